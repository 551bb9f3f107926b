"""Add rectification tasks, the findings behind them and the answers to them."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import changed_index, drop_tenant_table, json_column, tenant_table, text_enum

revision = "0008_tasks"
down_revision = "0007_shelves"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the five tables."""
    _create_task()
    _create_findings()
    _create_responses()


def downgrade() -> None:
    """Drop them again."""
    for name in ("task_response_photo", "task_response", "task_finding_photo", "task_finding", "task"):
        drop_tenant_table(name)


def _create_task() -> None:
    tenant_table(
        "task",
        sa.Column("kind", text_enum("task_kind", "rectification"), nullable=False),
        json_column("title"),
        json_column("requirement"),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("critical", sa.Boolean(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("fault_key", sa.Text(), nullable=True),
        sa.Column("inspection_id", sa.Uuid(), nullable=True),
        sa.Column("checkpoint_id", sa.Uuid(), nullable=True),
        sa.Column("found_by_id", sa.Uuid(), nullable=True),
        sa.Column("status", text_enum("task_status", "open", "answered", "accepted"), nullable=False),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("level", sa.BigInteger(), nullable=False),
        sa.Column("returned_count", sa.BigInteger(), nullable=False),
        sa.Column("finding_count", sa.BigInteger(), nullable=False),
        belongs_to("store"),
        belongs_to("account", column="assignee_id"),
        sa.CheckConstraint("(status = 'accepted') = (accepted_at IS NOT NULL)", name="accepted_has_time"),
        sa.CheckConstraint("status = 'open' OR answered_at IS NOT NULL", name="answered_has_time"),
        sa.CheckConstraint("level >= 0 AND returned_count >= 0 AND finding_count >= 1", name="counts"),
        versioned=True,
    )
    op.create_index(
        "uq_task_open_fault",
        "task",
        ["org_id", "store_id", "fault_key"],
        unique=True,
        postgresql_where=sa.text("status <> 'accepted' AND fault_key IS NOT NULL"),
    )
    changed_index("task")
    op.create_index(None, "task", ["org_id", "store_id", "status", "due_at"])
    op.create_index(None, "task", ["org_id", "recorded_at", "id"])
    op.create_index(None, "task", ["org_id", "inspection_id"])
    op.create_index(None, "task", ["org_id", "assignee_id", "status"])


def _create_findings() -> None:
    tenant_table(
        "task_finding",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("inspection_id", sa.Uuid(), nullable=True),
        sa.Column("checkpoint_id", sa.Uuid(), nullable=True),
        sa.Column("found_by_id", sa.Uuid(), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        belongs_to("task"),
        sa.UniqueConstraint("org_id", "source", "source_id"),
    )
    op.create_index(None, "task_finding", ["org_id", "task_id"])
    op.create_index(None, "task_finding", ["org_id", "inspection_id", "checkpoint_id"])
    _photo_table("task_finding_photo", "task_finding", "finding_id")


def _create_responses() -> None:
    tenant_table(
        "task_response",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("verdict", text_enum("verdict", "accepted", "returned"), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("verified_by_id", sa.Uuid(), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        belongs_to("task"),
        belongs_to("account", column="answered_by_id"),
        belongs_to("account", column="verified_by_id"),
        sa.CheckConstraint("verified_by_id <> answered_by_id", name="two_people"),
        sa.CheckConstraint(
            "(verdict IS NULL) = (verified_at IS NULL) AND (verdict IS NULL) = (verified_by_id IS NULL)",
            name="verdict_is_whole",
        ),
        sa.CheckConstraint("verdict <> 'returned' OR reason IS NOT NULL", name="returned_has_reason"),
    )
    op.create_index(
        "uq_task_response_waiting",
        "task_response",
        ["org_id", "task_id"],
        unique=True,
        postgresql_where=sa.text("verdict IS NULL"),
    )
    op.create_index(None, "task_response", ["org_id", "task_id", "answered_at"])
    _photo_table("task_response_photo", "task_response", "response_id")


def _photo_table(name: str, owner: str, column: str) -> None:
    tenant_table(
        name,
        sa.Column(column, sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        belongs_to(owner, column=column),
        belongs_to("photo"),
        sa.UniqueConstraint("org_id", column, "photo_id"),
    )
    op.create_index(None, name, ["org_id", "photo_id"])
