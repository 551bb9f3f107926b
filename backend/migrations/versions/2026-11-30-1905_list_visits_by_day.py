"""List visits by their day."""

from alembic import op

revision = "0057_visits_by_day"
down_revision = "0056_first_scores"
branch_labels = None
depends_on = None

PLACE = ["org_id", "business_date", "recorded_at", "id"]


def upgrade() -> None:
    """Keep the days in the order of the list, which also finds a day's visits."""
    op.drop_index(op.f("ix_inspection_org_id_business_date"), "inspection")
    op.create_index(None, "inspection", PLACE)


def downgrade() -> None:
    """Find a day's visits in no order."""
    op.drop_index(op.f("ix_inspection_org_id_business_date_recorded_at_id"), "inspection")
    op.create_index(None, "inspection", ["org_id", "business_date"])
