"""A company is kept as one supplier."""

import sqlalchemy as sa
from alembic import op

revision = "0032_supplier_credit_code"
down_revision = "0031_order_sheet"
branch_labels = None
depends_on = None

INDEX = "ix_supplier_org_id_credit_code"


def upgrade() -> None:
    """Let two suppliers have no credit code, but not the same one."""
    op.create_index(
        INDEX, "supplier", ["org_id", "credit_code"], unique=True, postgresql_where=sa.text("credit_code <> ''")
    )


def downgrade() -> None:
    """Let them again."""
    op.drop_index(INDEX, "supplier")
