"""For migrations: one helper makes a tenant's table with its key, its row-level policy and its grants."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

APP_ROLE: Final = "storewalk_app"
CURRENT_ORG: Final = "NULLIF(current_setting('storewalk.org_id', true), '')::uuid"


def tenant_table(
    name: str, *elements: sa.schema.SchemaItem, versioned: bool = False, append_only: bool = False
) -> None:
    """Create a table of an organization's rows: key `(org_id, id)`, `recorded_at`, policy and grants.

    `versioned` adds `version` and `changed_at`; `append_only` grants the application no update and no delete.
    """
    extra: list[sa.schema.SchemaItem] = [
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False)
    ]
    if versioned:
        extra.append(sa.Column("version", sa.BigInteger(), nullable=False))
        extra.append(
            sa.Column(
                "changed_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False
            )
        )
    op.create_table(
        name,
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *elements,
        *extra,
        sa.PrimaryKeyConstraint("org_id", "id"),
    )
    protect(name, append_only=append_only)


def protect(name: str, *, column: str = "org_id", append_only: bool = False) -> None:
    """Put a table under the row-level policy of its organization and grant it to the application role."""
    rights = "SELECT, INSERT" if append_only else "SELECT, INSERT, UPDATE, DELETE"
    op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY tenant ON {name} USING ({column} = {CURRENT_ORG}) WITH CHECK ({column} = {CURRENT_ORG})")
    op.execute(f"GRANT {rights} ON {name} TO {APP_ROLE}")


def drop_tenant_table(name: str) -> None:
    """Drop a table; its policy and grants go with it."""
    op.drop_table(name)


def text_enum(name: str, *values: str) -> sa.Enum:
    """Return the column type of a status, the same that `orm.text_enum` gives the model."""
    return sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=name)


def changed_index(name: str) -> None:
    """Index `(org_id, changed_at)`, which the delta sync reads."""
    op.create_index(op.f(f"ix_{name}_org_id_changed_at"), name, ["org_id", "changed_at"])


def json_column(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """Return a JSONB column."""
    return sa.Column(name, JSONB(), nullable=nullable)


PARTS: Final = "storewalk_parts"
MONTHS_AHEAD: Final = 3
"""How many months have their partition before they begin; a job keeps it so."""
ADD_MONTH: Final = f"""
CREATE SCHEMA IF NOT EXISTS {PARTS};
CREATE OR REPLACE FUNCTION storewalk_add_month(parent text, month date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first date := date_trunc('month', month)::date;
    part text := format('%s_%s', parent, to_char(first, 'YYYYMM'));
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = parent AND relkind = 'p'
                   AND relnamespace = 'public'::regnamespace) THEN
        RAISE EXCEPTION 'no partitioned table %', parent;
    END IF;
    IF to_regclass(format('{PARTS}.%I', part)) IS NOT NULL THEN RETURN false; END IF;
    EXECUTE format('CREATE TABLE {PARTS}.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
                   part, parent, first, (first + interval '1 month')::date);
    RETURN true;
EXCEPTION WHEN check_violation THEN
    RETURN false; -- rows of that month lie in the default partition already, and stay there
END $$"""
"""Creates a month's partition of a partitioned table. A SECURITY DEFINER function, since the application owns nothing.

Partitions lie in a schema of their own, in which the application has no rights: it reaches rows through the parent,
whose row-level policy then holds.
"""


def partitioned_table(name: str, *elements: sa.schema.SchemaItem) -> None:
    """Create an append-only table of an organization's rows with key `(org_id, recorded_at, id)`, a partition a month.

    A default partition takes what falls outside of the months there are, so that nothing is ever refused for its time.
    """
    op.create_table(
        name,
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *elements,
        sa.PrimaryKeyConstraint("org_id", "recorded_at", "id"),
        postgresql_partition_by="RANGE (recorded_at)",
    )
    protect(name, append_only=True)
    op.execute(f"CREATE TABLE {PARTS}.{name}_rest PARTITION OF {name} DEFAULT")
    op.execute(
        f"SELECT storewalk_add_month('{name}', (date_trunc('month', now()) + n * interval '1 month')::date) "
        f"FROM generate_series(-4, {MONTHS_AHEAD}) AS n"
    )
