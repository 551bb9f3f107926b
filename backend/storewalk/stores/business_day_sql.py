"""A store's business day in SQL, for statements over many stores that go straight to the driver."""


def business_day_sql(store: str, at: str) -> str:
    """Return SQL for the business day that instant `at` falls in at the row `store` of the table of stores.

    The same rule as `business_day.business_date`; `at` is a parameter.
    """
    local = f"({at}::timestamptz AT TIME ZONE {store}.time_zone)"
    cut = (
        f"SELECT c.cut FROM store_day_cut c WHERE c.org_id = {store}.org_id AND c.store_id = {store}.id"
        f" AND c.valid_from <= {local}::date ORDER BY c.valid_from DESC LIMIT 1"
    )
    return f"({local}::date - ({local}::time < coalesce(({cut}), '00:00'))::int)"
