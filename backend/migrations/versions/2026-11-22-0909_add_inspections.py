"""Add checklists by version, visits, answers with their photographs, and scores."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, json_column, tenant_table, text_enum

revision = "0009_inspections"
down_revision = "0008_tasks"
branch_labels = None
depends_on = None

TABLES = (
    "inspection_template",
    "inspection_template_version",
    "inspection_section",
    "inspection_checkpoint",
    "inspection_choice",
    "inspection",
    "inspection_answer",
    "inspection_answer_photo",
    "inspection_section_score",
)


def upgrade() -> None:
    """Create the tables of checklists, then those of visits."""
    _templates()
    _sections()
    _checkpoints()
    _visits()
    _answers()


def downgrade() -> None:
    """Drop all of them."""
    for table in reversed(TABLES):
        drop_tenant_table(table)


def _templates() -> None:
    tenant_table(
        "inspection_template",
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("current_number", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("org_id", "code"),
        sa.CheckConstraint("current_number >= 1", name="current_number"),
        versioned=True,
    )
    tenant_table(
        "inspection_template_version",
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        json_column("name"),
        sa.Column("critical_cap", sa.Numeric(5, 2), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.Uuid(), nullable=False),
        belongs_to("inspection_template", "template_id"),
        sa.UniqueConstraint("org_id", "template_id", "number"),
        sa.CheckConstraint("critical_cap BETWEEN 0 AND 100", name="critical_cap"),
        append_only=True,
    )


def _sections() -> None:
    tenant_table(
        "inspection_section",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        json_column("title"),
        sa.Column("weight", sa.BigInteger(), nullable=False),
        belongs_to("inspection_template_version", "version_id"),
        sa.UniqueConstraint("org_id", "version_id", "position"),
        sa.CheckConstraint("weight >= 1", name="weight"),
        append_only=True,
    )


def _checkpoints() -> None:
    tenant_table(
        "inspection_checkpoint",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("section_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        json_column("title"),
        json_column("criterion"),
        sa.Column(
            "answer_type", text_enum("answer_type", "passfail", "number", "choice", "text", "photo"), nullable=False
        ),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("critical", sa.Boolean(), nullable=False),
        sa.Column("weight", sa.BigInteger(), nullable=False),
        sa.Column("photo_rule", text_enum("photo_rule", "none", "onFail", "always"), nullable=False),
        sa.Column("shelf", sa.Boolean(), nullable=False),
        sa.Column("min_availability", sa.Numeric(4, 3), nullable=True),
        sa.Column("number_min", sa.Numeric(12, 3), nullable=True),
        sa.Column("number_max", sa.Numeric(12, 3), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        belongs_to("inspection_template_version", "version_id"),
        belongs_to("inspection_section", "section_id"),
        sa.UniqueConstraint("org_id", "version_id", "key"),
        sa.UniqueConstraint("org_id", "section_id", "position"),
        sa.CheckConstraint("weight >= 0", name="weight"),
        sa.CheckConstraint("shelf = (min_availability IS NOT NULL)", name="shelf_has_minimum"),
        sa.CheckConstraint("min_availability > 0 AND min_availability <= 1", name="min_availability"),
        sa.CheckConstraint("NOT shelf OR answer_type = 'photo'", name="shelf_is_photo"),
        sa.CheckConstraint("answer_type <> 'photo' OR photo_rule = 'always'", name="photo_asks_for_photo"),
        sa.CheckConstraint("number_min <= number_max", name="number_limits"),
        append_only=True,
    )
    tenant_table(
        "inspection_choice",
        sa.Column("checkpoint_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        json_column("label"),
        sa.Column("passes", sa.Boolean(), nullable=False),
        belongs_to("inspection_checkpoint", "checkpoint_id"),
        sa.UniqueConstraint("org_id", "checkpoint_id", "code"),
        sa.UniqueConstraint("org_id", "checkpoint_id", "position"),
        append_only=True,
    )


def _visits() -> None:
    statuses = ("planned", "started", "submitted", "scored", "missed", "cancelled")
    tenant_table(
        "inspection",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("template_version_id", sa.Uuid(), nullable=False),
        sa.Column("inspector_id", sa.Uuid(), nullable=False),
        sa.Column("status", text_enum("visit_status", *statuses), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("day_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("planned_by", sa.Uuid(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("scored_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("position_lat", sa.Float(), nullable=True),
        sa.Column("position_lng", sa.Float(), nullable=True),
        sa.Column("position_accuracy_m", sa.Float(), nullable=True),
        sa.Column("position_datum", text_enum("datum", "WGS84", "GCJ02", "BD09"), nullable=True),
        sa.Column("score", sa.Numeric(5, 2), nullable=True),
        sa.Column("capped_by", sa.Uuid(), nullable=True),
        belongs_to("store"),
        belongs_to("inspection_template_version", "template_version_id"),
        belongs_to("account", "inspector_id"),
        belongs_to("inspection_checkpoint", "capped_by"),
        sa.CheckConstraint("day_from < day_until", name="day_has_length"),
        sa.CheckConstraint(
            "(status IN ('started', 'submitted', 'scored')) <= (started_at IS NOT NULL)", name="started_has_time"
        ),
        sa.CheckConstraint(
            "(status IN ('submitted', 'scored')) = (submitted_at IS NOT NULL)", name="submitted_has_time"
        ),
        sa.CheckConstraint("(status = 'scored') = (scored_at IS NOT NULL)", name="scored_has_time"),
        sa.CheckConstraint("score IS NULL OR status = 'scored'", name="score_is_final"),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name="score_in_range"),
        versioned=True,
    )
    op.create_index(None, "inspection", ["org_id", "store_id", "business_date"])
    op.create_index(None, "inspection", ["org_id", "inspector_id", "business_date"])
    op.create_index(None, "inspection", ["org_id", "recorded_at", "id"])
    op.create_index(None, "inspection", ["org_id", "changed_at"])
    op.create_index(
        "ix_inspection_waiting", "inspection", ["org_id", "day_until"], postgresql_where=sa.text("status = 'planned'")
    )
    tenant_table(
        "inspection_section_score",
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("section_id", sa.Uuid(), nullable=False),
        sa.Column("score", sa.Numeric(5, 2), nullable=True),
        belongs_to("inspection"),
        belongs_to("inspection_section", "section_id"),
        sa.UniqueConstraint("org_id", "inspection_id", "section_id"),
        append_only=True,
    )


def _answers() -> None:
    states = ("awaiting", "ready", "read", "unsure", "failed", "refused")
    tenant_table(
        "inspection_answer",
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("checkpoint_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", text_enum("outcome", "pass", "fail", "notApplicable", "pending"), nullable=False),
        sa.Column("person_outcome", text_enum("person_outcome", "pass", "fail", "notApplicable"), nullable=True),
        sa.Column("model_outcome", text_enum("model_outcome", "pass", "fail"), nullable=True),
        sa.Column("needs_person", sa.Boolean(), nullable=False),
        sa.Column("number_value", sa.Numeric(12, 3), nullable=True),
        sa.Column("choice_code", sa.Text(), nullable=True),
        sa.Column("text_value", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reading_state", text_enum("photo_state", *states), nullable=True),
        sa.Column("availability", sa.Float(), nullable=True),
        sa.Column("gaps", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_note", sa.Text(), nullable=True),
        sa.Column("fail_recorded_at", sa.DateTime(timezone=True), nullable=True),
        belongs_to("inspection"),
        belongs_to("inspection_checkpoint", "checkpoint_id"),
        sa.UniqueConstraint("org_id", "inspection_id", "checkpoint_id"),
        sa.CheckConstraint("outcome = coalesce(person_outcome, outcome)", name="person_wins"),
        sa.CheckConstraint("NOT needs_person OR outcome = 'pending'", name="needs_person_is_pending"),
        sa.CheckConstraint("fail_recorded_at IS NULL OR outcome = 'fail'", name="recorded_fail_is_final"),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(None, "inspection_answer", ["org_id", "checkpoint_id"])
    op.create_index(None, "inspection_answer", ["org_id", "changed_at"])
    tenant_table(
        "inspection_answer_photo",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("state", text_enum("photo_state", *states), nullable=False),
        sa.Column("availability", sa.Float(), nullable=True),
        sa.Column("gaps", sa.BigInteger(), nullable=True),
        belongs_to("inspection_answer", "answer_id", ondelete="CASCADE"),
        belongs_to("photo"),
        sa.UniqueConstraint("org_id", "answer_id", "photo_id"),
    )
    op.create_index(None, "inspection_answer_photo", ["org_id", "photo_id"])
