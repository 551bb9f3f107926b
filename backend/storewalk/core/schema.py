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
