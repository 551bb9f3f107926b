"""Add what keeps a task from being done and what is said of it; kinds by rooms to come; faults that come back."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table, text_enum

revision = "0011_task_flow"
down_revision = "0010_live_rule"
branch_labels = None
depends_on = None

STATUSES = ("open", "answered", "accepted")


def upgrade() -> None:
    """Widen the task, and create the three tables."""
    _widen_task()
    tenant_table(
        "task_block",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column(
            "reason",
            text_enum("block_reason", "warehouse", "repair", "supplier", "landlord", "other"),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("seconds_left", sa.BigInteger(), nullable=False),
        sa.Column("blocked_by_id", sa.Uuid(), nullable=False),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        belongs_to("task"),
        belongs_to("account", column="blocked_by_id"),
        belongs_to("account", column="ended_by_id"),
        sa.CheckConstraint("seconds_left >= 0", name="time_left"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="end_is_whole"),
    )
    op.create_index(
        "uq_task_block_standing",
        "task_block",
        ["org_id", "task_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(None, "task_block", ["org_id", "task_id", "blocked_at"])
    tenant_table(
        "task_comment",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        belongs_to("task"),
        belongs_to("account", column="author_id"),
    )
    op.create_index(None, "task_comment", ["org_id", "task_id", "recorded_at"])
    tenant_table(
        "task_comment_photo",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        belongs_to("task_comment", column="comment_id"),
        belongs_to("photo"),
        sa.UniqueConstraint("org_id", "comment_id", "photo_id"),
    )
    op.create_index(None, "task_comment_photo", ["org_id", "photo_id"])


def downgrade() -> None:
    """Take it all back; a blocked task is open again, and one of another kind is a rectification."""
    for name in ("task_comment_photo", "task_comment", "task_block"):
        drop_tenant_table(name)
    op.drop_index(op.f("ix_task_org_id_store_id_fault_key_accepted_at"), "task")
    for name in ("repeat_is_whole", "kind_is_a_word"):
        op.drop_constraint(op.f(f"ck_task_{name}"), "task")
    op.drop_constraint(op.f("fk_task_task_repeats_id"), "task", type_="foreignkey")
    for name in ("escalated_at", "live_required", "repeat_count", "repeats_id"):
        op.drop_column("task", name)
    op.execute("UPDATE task SET status = 'open' WHERE status = 'blocked'")
    op.execute("UPDATE task SET kind = 'rectification'")
    _states(*STATUSES, unanswered="status = 'open'")
    op.alter_column("task", "kind", type_=sa.String(40), existing_type=sa.Text())
    op.create_check_constraint("task_kind", "task", "kind IN ('rectification')")


def _widen_task() -> None:
    op.drop_constraint(op.f("ck_task_task_kind"), "task")
    op.alter_column("task", "kind", type_=sa.Text(), existing_type=sa.String(40))
    op.create_check_constraint("kind_is_a_word", "task", "kind ~ '^[a-z][a-z_]{1,39}$'")
    _states("open", "blocked", "answered", "accepted", unanswered="status IN ('open', 'blocked')")
    op.add_column("task", sa.Column("repeats_id", sa.Uuid(), nullable=True))
    op.add_column("task", sa.Column("repeat_count", sa.BigInteger(), server_default="0", nullable=False))
    op.add_column("task", sa.Column("live_required", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("task", sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True))
    for name in ("repeat_count", "live_required"):
        op.alter_column("task", name, server_default=None)
    op.create_foreign_key(op.f("fk_task_task_repeats_id"), "task", "task", ["org_id", "repeats_id"], ["org_id", "id"])
    op.create_check_constraint("repeat_is_whole", "task", "(repeats_id IS NULL) = (repeat_count = 0)")
    op.create_index(None, "task", ["org_id", "store_id", "fault_key", "accepted_at"])


def _states(*names: str, unanswered: str) -> None:
    """Let a task have these states; those of `unanswered` need no time of an answer."""
    listed = ", ".join(f"'{name}'" for name in names)
    for name, condition in (
        ("task_status", f"status IN ({listed})"),
        ("answered_has_time", f"{unanswered} OR answered_at IS NOT NULL"),
    ):
        op.drop_constraint(op.f(f"ck_task_{name}"), "task")
        op.create_check_constraint(name, "task", condition)
