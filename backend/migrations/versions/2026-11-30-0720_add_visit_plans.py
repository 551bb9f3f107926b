"""Add schedules of visits, what they came to, who stands in for whom; visits know who was to go and when."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, json_column, protect, tenant_table, text_enum

revision = "0043_visit_plans"
down_revision = "0043_checklist_rules"
branch_labels = None
depends_on = None

ADDED = ("kind", "schedule_id", "window_from", "unannounced", "previous_inspector_id", "handed_at", "reinspects_id")
BEGUN = "status IN ('planned', 'missed', 'cancelled')"


def upgrade() -> None:
    """Create the tables and widen visits; what is there is an inspector's announced visit."""
    _schedules()
    _visits()
    _occurrences()
    _covers()


def _schedules() -> None:
    tenant_table(
        "inspection_schedule",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("visit_kind", text_enum("visit_kind", "visit", "selfCheck"), nullable=False),
        sa.Column("assignee", text_enum("assignee", "person", "role", "store"), nullable=False),
        sa.Column("inspector_id", sa.Uuid()),
        sa.Column("role_code", sa.Text()),
        sa.Column("region_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("store_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("formats", ARRAY(sa.Text()), nullable=False),
        sa.Column("score_below", sa.SmallInteger()),
        sa.Column("rhythm", text_enum("rhythm", "days", "weeks", "months", "risk"), nullable=False),
        sa.Column("every", sa.SmallInteger(), nullable=False),
        sa.Column("weekdays", ARRAY(sa.SmallInteger()), nullable=False),
        sa.Column("month_days", ARRAY(sa.SmallInteger()), nullable=False),
        json_column("bands", nullable=True),
        sa.Column("time_from", sa.Time()),
        sa.Column("time_until", sa.Time()),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date()),
        sa.Column("unannounced", sa.Boolean(), nullable=False),
        sa.Column("sample_percent", sa.SmallInteger(), nullable=False),
        sa.Column("ahead_days", sa.SmallInteger(), nullable=False),
        sa.Column("paused_at", sa.DateTime(timezone=True)),
        sa.Column("planned_until", sa.Date()),
        belongs_to("inspection_template", "template_id"),
        belongs_to("account", "inspector_id"),
        sa.CheckConstraint("(assignee = 'person') = (inspector_id IS NOT NULL)", name="person_is_named"),
        sa.CheckConstraint("(assignee = 'role') = (role_code IS NOT NULL)", name="role_is_named"),
        sa.CheckConstraint("(assignee = 'store') = (visit_kind = 'selfCheck')", name="stores_check_themselves"),
        sa.CheckConstraint("every BETWEEN 1 AND 366", name="every"),
        sa.CheckConstraint("(rhythm = 'risk') = (bands IS NOT NULL)", name="risk_has_bands"),
        sa.CheckConstraint("rhythm <> 'weeks' OR cardinality(weekdays) > 0", name="weeks_have_days"),
        sa.CheckConstraint("rhythm <> 'months' OR cardinality(month_days) > 0", name="months_have_days"),
        sa.CheckConstraint("weekdays <@ '{1,2,3,4,5,6,7}'", name="weekdays"),
        sa.CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        sa.CheckConstraint("(time_from IS NULL) = (time_until IS NULL)", name="window_is_whole"),
        sa.CheckConstraint("NOT unannounced OR visit_kind = 'visit'", name="visit_is_unannounced"),
        sa.CheckConstraint("sample_percent BETWEEN 0 AND 100", name="sample_percent"),
        sa.CheckConstraint("sample_percent = 0 OR visit_kind = 'selfCheck'", name="sample_of_self_checks"),
        sa.CheckConstraint("ahead_days BETWEEN 1 AND 60", name="ahead_days"),
        versioned=True,
    )
    op.create_index(None, "inspection_schedule", ["org_id", "recorded_at", "id"])


def _visits() -> None:
    op.add_column("inspection", sa.Column("kind", text_enum("visit_kind", "visit", "selfCheck"), nullable=True))
    op.execute("UPDATE inspection SET kind = 'visit'")
    op.alter_column("inspection", "kind", nullable=False)
    op.alter_column("inspection", "inspector_id", nullable=True)
    op.add_column("inspection", sa.Column("schedule_id", sa.Uuid()))
    op.add_column("inspection", sa.Column("window_from", sa.DateTime(timezone=True)))
    op.add_column("inspection", sa.Column("unannounced", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column("inspection", "unannounced", server_default=None)
    op.add_column("inspection", sa.Column("previous_inspector_id", sa.Uuid()))
    op.add_column("inspection", sa.Column("handed_at", sa.DateTime(timezone=True)))
    op.add_column("inspection", sa.Column("reinspects_id", sa.Uuid()))
    for table, column in (
        ("inspection_schedule", "schedule_id"),
        ("account", "previous_inspector_id"),
        ("inspection", "reinspects_id"),
    ):
        op.create_foreign_key(
            op.f(f"fk_inspection_{table}_{column}"),
            "inspection",
            table,
            ["org_id", column],
            ["org_id", "id"],
        )
    op.create_unique_constraint(None, "inspection", ["org_id", "reinspects_id"])
    op.create_check_constraint(
        "somebody_goes", "inspection", f"inspector_id IS NOT NULL OR (kind = 'selfCheck' AND {BEGUN})"
    )
    op.create_check_constraint("handed_is_whole", "inspection", "(previous_inspector_id IS NULL) = (handed_at IS NULL)")
    op.create_check_constraint(
        "window_in_day", "inspection", "window_from >= day_from AND window_from < coalesce(due_at, day_until)"
    )
    op.create_index(None, "inspection", ["org_id", "business_date"])


def _occurrences() -> None:
    op.create_table(
        "inspection_occurrence",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("schedule_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("visit_id", sa.Uuid()),
        sa.Column("skipped", text_enum("skipped", "closedThatDay", "notTrading", "nobody")),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "schedule_id", "store_id", "on_date"),
        belongs_to("inspection_schedule", "schedule_id"),
        belongs_to("store"),
        belongs_to("inspection", "visit_id"),
        sa.CheckConstraint("num_nonnulls(visit_id, skipped) = 1", name="visit_or_why_not"),
    )
    op.create_index(None, "inspection_occurrence", ["org_id", "visit_id"])
    protect("inspection_occurrence")


def _covers() -> None:
    tenant_table(
        "inspection_cover",
        sa.Column("absent_id", sa.Uuid(), nullable=False),
        sa.Column("cover_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("set_by", sa.Uuid(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        belongs_to("account", "absent_id"),
        belongs_to("account", "cover_id"),
        sa.CheckConstraint("absent_id <> cover_id", name="somebody_else"),
        sa.CheckConstraint("first_day <= last_day", name="days_in_order"),
    )
    op.create_index(None, "inspection_cover", ["org_id", "absent_id", "last_day"])


def downgrade() -> None:
    """Drop them again; self-checks that nobody took go."""
    drop_tenant_table("inspection_cover")
    drop_tenant_table("inspection_occurrence")
    op.drop_index(op.f("ix_inspection_org_id_business_date"), "inspection")
    for name in ("somebody_goes", "handed_is_whole", "window_in_day"):
        op.drop_constraint(op.f(f"ck_inspection_{name}"), "inspection")
    for column in ADDED:
        op.drop_column("inspection", column)
    op.execute("DELETE FROM inspection WHERE inspector_id IS NULL")
    op.alter_column("inspection", "inspector_id", nullable=False)
    drop_tenant_table("inspection_schedule")
