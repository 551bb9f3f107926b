"""Add signatures and disputes of visits, who mends a finding until when, and tasks that are withdrawn."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table, text_enum

revision = "0046_signing"
down_revision = "0045_shown_pictures"
branch_labels = None
depends_on = None

FAULT = "uq_task_open_fault"
PERSON_WINS = "person_wins"
RECORDED = "recorded_fail_is_final"


def upgrade() -> None:
    """Create the tables and widen visits, answers and tasks; nobody is asked about the visits of before."""
    _visits()
    _answers()
    _signatures()
    _disputes()
    _tasks()


def _visits() -> None:
    op.add_column("inspection", sa.Column("sign_until", sa.DateTime(timezone=True)))
    op.add_column("inspection", sa.Column("signed_at", sa.DateTime(timezone=True)))
    op.add_column("inspection", sa.Column("open_disputes", sa.Integer(), server_default="0", nullable=False))

    op.create_check_constraint("open_disputes", "inspection", "open_disputes >= 0")
    op.create_check_constraint(
        "signed_after_visit",
        "inspection",
        "signed_at IS NULL OR (status IN ('submitted', 'scored') AND kind = 'visit')",
    )
    op.create_check_constraint(
        "asked_to_sign", "inspection", "sign_until IS NULL OR (status = 'scored' AND kind = 'visit')"
    )


def _answers() -> None:
    op.add_column(
        "inspection_answer",
        sa.Column("granted_outcome", text_enum("granted_outcome", "pass", "notApplicable"), nullable=True),
    )
    op.add_column("inspection_answer", sa.Column("responsible_id", sa.Uuid()))
    op.add_column("inspection_answer", sa.Column("due_at", sa.DateTime(timezone=True)))
    op.create_foreign_key(
        op.f("fk_inspection_answer_account_responsible_id"),
        "inspection_answer",
        "account",
        ["org_id", "responsible_id"],
        ["org_id", "id"],
    )
    op.drop_constraint(op.f(f"ck_inspection_answer_{PERSON_WINS}"), "inspection_answer")
    op.create_check_constraint(
        PERSON_WINS, "inspection_answer", "outcome = coalesce(granted_outcome, person_outcome, outcome)"
    )
    op.drop_constraint(op.f(f"ck_inspection_answer_{RECORDED}"), "inspection_answer")
    op.create_check_constraint(
        RECORDED,
        "inspection_answer",
        "fail_recorded_at IS NULL OR outcome = 'fail' OR granted_outcome IS NOT NULL",
    )
    op.create_check_constraint(
        "granted_was_failed", "inspection_answer", "granted_outcome IS NULL OR fail_recorded_at IS NOT NULL"
    )


def _signatures() -> None:
    tenant_table(
        "inspection_signature",
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("way", text_enum("sign_way", "own", "present"), nullable=False),
        sa.Column("signed_by", sa.Uuid()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("strokes", JSONB()),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        belongs_to("inspection"),
        belongs_to("account", "signed_by"),
        sa.UniqueConstraint("org_id", "inspection_id", "way"),
        sa.CheckConstraint("(way = 'own') = (signed_by IS NOT NULL)", name="own_has_account"),
        sa.CheckConstraint("(way = 'present') = (strokes IS NOT NULL)", name="present_is_drawn"),
    )


def _disputes() -> None:
    tenant_table(
        "inspection_dispute",
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("checkpoint_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("inspector_id", sa.Uuid(), nullable=False),
        sa.Column(
            "reason",
            text_enum("dispute_reason", "notAsSeen", "mendedThere", "notOurs", "standardUnclear", "other"),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raised_by", sa.Uuid(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", text_enum("dispute_status", "open", "upheld", "granted"), nullable=False),
        sa.Column("outcome", text_enum("granted_outcome", "pass", "notApplicable")),
        sa.Column("note", sa.Text()),
        sa.Column("decided_by", sa.Uuid()),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("score_before", sa.Numeric(5, 2)),
        sa.Column("score_after", sa.Numeric(5, 2)),
        belongs_to("inspection"),
        belongs_to("inspection_checkpoint", "checkpoint_id"),
        belongs_to("store"),
        *(belongs_to("account", each) for each in ("inspector_id", "raised_by", "decided_by")),
        sa.UniqueConstraint("org_id", "inspection_id", "checkpoint_id"),
        sa.CheckConstraint("raised_by <> inspector_id", name="inspector_disputes_nothing"),
        sa.CheckConstraint("decided_by NOT IN (inspector_id, raised_by)", name="somebody_else_decides"),
        sa.CheckConstraint(
            "(status = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)"
            " AND (decided_by IS NULL) = (note IS NULL)",
            name="decision_is_whole",
        ),
        sa.CheckConstraint("(status = 'granted') = (outcome IS NOT NULL)", name="granted_has_outcome"),
        sa.CheckConstraint(
            "status = 'granted' OR (score_before IS NULL AND score_after IS NULL)", name="only_granted_scores_again"
        ),
    )
    op.create_index(None, "inspection_dispute", ["org_id", "status", "recorded_at", "id"])
    tenant_table(
        "inspection_dispute_photo",
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        belongs_to("inspection_dispute", "dispute_id"),
        belongs_to("photo"),
        sa.UniqueConstraint("org_id", "dispute_id", "photo_id"),
    )
    op.create_index(None, "inspection_dispute_photo", ["org_id", "photo_id"])


def _tasks() -> None:
    op.add_column("task", sa.Column("withdrawn_at", sa.DateTime(timezone=True)))
    op.add_column("task_finding", sa.Column("withdrawn_at", sa.DateTime(timezone=True)))
    _states("'open', 'blocked', 'answered', 'accepted', 'withdrawn'", unanswered="'open', 'blocked', 'withdrawn'")
    op.create_check_constraint("withdrawn_has_time", "task", "(status = 'withdrawn') = (withdrawn_at IS NOT NULL)")
    _faults("status NOT IN ('accepted', 'withdrawn')")


def _states(listed: str, *, unanswered: str) -> None:
    for name, condition in (
        ("task_status", f"status IN ({listed})"),
        ("answered_has_time", f"status IN ({unanswered}) OR answered_at IS NOT NULL"),
    ):
        op.drop_constraint(op.f(f"ck_task_{name}"), "task")
        op.create_check_constraint(name, "task", condition)


def _faults(standing: str) -> None:
    op.drop_index(FAULT, "task")
    op.create_index(
        FAULT,
        "task",
        ["org_id", "store_id", "fault_key"],
        unique=True,
        postgresql_where=sa.text(f"{standing} AND fault_key IS NOT NULL"),
    )


def downgrade() -> None:
    """Take it all back; a withdrawn task is done, and what a dispute was granted is as the inspector had said."""
    op.execute(
        "UPDATE task SET status = 'accepted', accepted_at = withdrawn_at, withdrawn_at = NULL, "
        "answered_at = coalesce(answered_at, withdrawn_at) WHERE status = 'withdrawn'"
    )
    _faults("status <> 'accepted'")
    op.drop_constraint(op.f("ck_task_withdrawn_has_time"), "task")
    _states("'open', 'blocked', 'answered', 'accepted'", unanswered="'open', 'blocked'")
    op.drop_column("task_finding", "withdrawn_at")
    op.drop_column("task", "withdrawn_at")
    for name in ("inspection_dispute_photo", "inspection_dispute", "inspection_signature"):
        drop_tenant_table(name)
    op.drop_constraint(op.f("ck_inspection_answer_granted_was_failed"), "inspection_answer")
    op.execute(
        "UPDATE inspection_answer SET outcome = 'fail', granted_outcome = NULL WHERE granted_outcome IS NOT NULL"
    )
    for name, condition in (
        (PERSON_WINS, "outcome = coalesce(person_outcome, outcome)"),
        (RECORDED, "fail_recorded_at IS NULL OR outcome = 'fail'"),
    ):
        op.drop_constraint(op.f(f"ck_inspection_answer_{name}"), "inspection_answer")
        op.create_check_constraint(name, "inspection_answer", condition)
    op.drop_constraint(op.f("fk_inspection_answer_account_responsible_id"), "inspection_answer", type_="foreignkey")
    for name in ("due_at", "responsible_id", "granted_outcome"):
        op.drop_column("inspection_answer", name)
    for name in ("asked_to_sign", "signed_after_visit", "open_disputes"):
        op.drop_constraint(op.f(f"ck_inspection_{name}"), "inspection")
    for name in ("open_disputes", "signed_at", "sign_until"):
        op.drop_column("inspection", name)
