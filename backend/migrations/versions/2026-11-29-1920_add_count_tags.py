"""Count RFID tags, and keep with a result what the book said and what that was worth."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect

revision = "0024_count_tags"
down_revision = "0023_places_and_holds"
branch_labels = None
depends_on = None

VARIES = "CASE WHEN counted IS NULL THEN variance IN (0, -expected) ELSE variance = counted - expected END"
# What was counted or written off tells what was expected; its cost then is not known any more, so it is today's.
KEEP = """
UPDATE count_result r SET expected = coalesce(r.counted, 0) - r.variance,
    expected_cents = round((coalesce(r.counted, 0) - r.variance) * coalesce(
        (SELECT i.unit_cost FROM stock_item i
         WHERE i.org_id = r.org_id AND i.store_id = c.store_id AND i.product_id = r.product_id), 0))
FROM stock_count c
WHERE c.org_id = r.org_id AND c.id = r.count_id AND r.org_id = :org_id AND (r.counted IS NOT NULL OR r.variance <> 0)"""


def upgrade() -> None:
    """Add the tags, how many a line has, and what was expected; results that are there already get it by organization.

    The demand on lines is new with the column, so every line there is meets it.
    """
    op.add_column("count_line", sa.Column("tags", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("count_line", sa.Column("begun_at", sa.DateTime(timezone=True)))
    op.create_check_constraint("a_piece_a_tag", "count_line", "tags = 0 OR tags = quantity")
    op.create_check_constraint("tags_have_begun", "count_line", "(tags > 0) = (begun_at IS NOT NULL)")
    op.create_table(
        "count_tag",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("count_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("epc", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "count_id", "round", "epc"),
        belongs_to("stock_count", column="count_id"),
        belongs_to("count_line", column="line_id"),
    )
    op.create_index(None, "count_tag", ["org_id", "line_id", "read_at"])
    protect("count_tag")
    op.add_column("count_result", sa.Column("expected", sa.Numeric(18, 4)))
    op.add_column("count_result", sa.Column("expected_cents", sa.BigInteger()))
    connection = op.get_bind()
    for org_id in connection.scalars(sa.text("SELECT DISTINCT org_id FROM count_result")).all():
        connection.execute(sa.text(KEEP), {"org_id": org_id})
    op.create_check_constraint("expected_is_valued", "count_result", "(expected IS NULL) = (expected_cents IS NULL)")
    op.create_check_constraint("varies_from_expected", "count_result", VARIES)


def downgrade() -> None:
    """Forget them."""
    op.drop_constraint("varies_from_expected", "count_result", type_="check")
    op.drop_constraint("expected_is_valued", "count_result", type_="check")
    op.drop_column("count_result", "expected_cents")
    op.drop_column("count_result", "expected")
    drop_tenant_table("count_tag")
    op.drop_constraint("tags_have_begun", "count_line", type_="check")
    op.drop_constraint("a_piece_a_tag", "count_line", type_="check")
    op.drop_column("count_line", "begun_at")
    op.drop_column("count_line", "tags")
