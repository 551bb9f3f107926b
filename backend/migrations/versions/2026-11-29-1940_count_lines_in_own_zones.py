"""Let a line lie in a zone of its own count: one key to look up instead of two."""

from alembic import op

revision = "0026_own_zones"
down_revision = "0025_count_category_rules"
branch_labels = None
depends_on = None

ZONE, NEW = "fk_count_line_count_zone_zone_id", "fk_count_line_count_zone_count_id"
COUNT = "fk_count_line_stock_count_count_id"


def upgrade() -> None:
    """Add the key without holding up who counts, look through what is there, then drop the two."""
    op.create_unique_constraint("uq_count_zone_org_id_count_id_id", "count_zone", ["org_id", "count_id", "id"])
    op.create_foreign_key(
        op.f(NEW),
        "count_line",
        "count_zone",
        ["org_id", "count_id", "zone_id"],
        ["org_id", "count_id", "id"],
        postgresql_not_valid=True,
    )
    op.execute(f"ALTER TABLE count_line VALIDATE CONSTRAINT {NEW}")
    op.drop_constraint(ZONE, "count_line", type_="foreignkey")
    op.drop_constraint(COUNT, "count_line", type_="foreignkey")


def downgrade() -> None:
    """Look both up again."""
    op.create_foreign_key(op.f(COUNT), "count_line", "stock_count", ["org_id", "count_id"], ["org_id", "id"])
    op.create_foreign_key(op.f(ZONE), "count_line", "count_zone", ["org_id", "zone_id"], ["org_id", "id"])
    op.drop_constraint(op.f(NEW), "count_line", type_="foreignkey")
    op.drop_constraint("uq_count_zone_org_id_count_id_id", "count_zone", type_="unique")
