"""Keep the products whose place an inspector saw empty with the answer."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0021_missing_products"
down_revision = "0020_transfers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the list; answers from before name none."""
    op.add_column(
        "inspection_answer", sa.Column("missing_product_ids", ARRAY(sa.Uuid()), nullable=False, server_default="{}")
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_column("inspection_answer", "missing_product_ids")
