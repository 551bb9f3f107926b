"""What a store has and does not offer: goods past their last day, lots that it withdrew, and what is called back."""

from storewalk.stores.api import business_day_sql


def recalled_sql(row: str) -> str:
    """Return SQL for "all of the product is called back", with whatever of it comes later or has no lot.

    `row` is the alias of a row with organization and product. Lots that are called back by name are held by themselves.
    """
    return (
        f"EXISTS (SELECT 1 FROM stock_recall c WHERE c.org_id = {row}.org_id AND c.product_id = {row}.product_id"
        " AND c.ended_at IS NULL AND c.lot_ids = '{}')"
    )


def blocked_sql(row: str, store: str, at: str) -> str:
    """Return SQL for the blocked quantity of a product at a store, null where there is none.

    `row` is the alias of a row with organization, store and product, `store` that of its store, `at` a parameter.
    """
    return f"""
SELECT sum(b.quantity) FROM stock_balance b
LEFT JOIN stock_lot t ON t.org_id = b.org_id AND t.id = b.lot_id
LEFT JOIN stock_hold k ON k.org_id = b.org_id AND k.store_id = b.store_id AND k.lot_id = b.lot_id
WHERE b.org_id = {row}.org_id AND b.store_id = {row}.store_id AND b.product_id = {row}.product_id AND b.quantity > 0
  AND (k.lot_id IS NOT NULL OR {recalled_sql(row)} OR t.expires_on < {business_day_sql(store, at)})"""
