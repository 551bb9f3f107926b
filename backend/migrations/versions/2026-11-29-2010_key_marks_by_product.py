"""Key marks by what they are looked up by."""

import sqlalchemy as sa
from alembic import op

revision = "0028_mark_key"
down_revision = "0027_demand_read"
branch_labels = None
depends_on = None

KEY = ["org_id", "store_id", "product_id", "counted_at", "count_id", "number"]
INDEX = "ix_stock_mark_org_id_store_id_product_id_counted_at"
NUMBER = """
UPDATE stock_mark m SET number = n.number FROM (
    SELECT org_id, id, row_number() OVER (PARTITION BY org_id, count_id ORDER BY id) AS number FROM stock_mark) n
WHERE m.org_id = n.org_id AND m.id = n.id"""


def upgrade() -> None:
    """Number what is there; one index takes the place of two."""
    op.add_column("stock_mark", sa.Column("number", sa.BigInteger()))
    op.execute(NUMBER)
    op.alter_column("stock_mark", "number", nullable=False)
    op.drop_constraint("pk_stock_mark", "stock_mark", type_="primary")
    op.create_primary_key("pk_stock_mark", "stock_mark", KEY)
    op.drop_index(INDEX, "stock_mark")
    op.drop_column("stock_mark", "id")


def downgrade() -> None:
    """Give every mark an id again."""
    op.add_column("stock_mark", sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), nullable=False))
    op.alter_column("stock_mark", "id", server_default=None)
    op.drop_constraint("pk_stock_mark", "stock_mark", type_="primary")
    op.create_primary_key("pk_stock_mark", "stock_mark", ["org_id", "id"])
    op.drop_column("stock_mark", "number")
    op.create_index(INDEX, "stock_mark", ["org_id", "store_id", "product_id", "counted_at"])
