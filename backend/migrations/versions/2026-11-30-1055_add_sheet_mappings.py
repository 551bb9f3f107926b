"""Let an organization keep what the columns of its files are, and a person have a phone number."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.schema import drop_tenant_table, json_column, tenant_table

revision = "0049_sheet_mappings"
down_revision = "0048_check_ins"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table and a column."""
    tenant_table(
        "sheet_mapping",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("headings", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("fields", sa.ARRAY(sa.Text()), nullable=False),
        json_column("words"),
        sa.CheckConstraint("cardinality(headings) = cardinality(fields)", name="a_field_for_each_heading"),
        sa.CheckConstraint("name <> ''", name="has_a_name"),
        versioned=True,
    )
    op.create_index(None, "sheet_mapping", ["org_id", "kind", "fingerprint"], unique=True)
    op.add_column("account", sa.Column("phone", sa.Text()))


def downgrade() -> None:
    """Drop what upgrade made."""
    op.drop_column("account", "phone")
    drop_tenant_table("sheet_mapping")
