"""Add spoken notes: recordings that go the way of photos, of answers and of the findings that come of them."""

import sqlalchemy as sa
from alembic import op

revision = "0052_voice_notes"
down_revision = "0051_visit_reviews"
branch_labels = None
depends_on = None

PICTURES, SOUNDS = ("image/jpeg", "image/png", "image/webp"), ("audio/webm", "audio/mp4")
PURPOSES = ("shelf", "evidence")
REASONS = (
    "missing", "size_mismatch", "hash_mismatch", "wrong_type", "unreadable", "animated", "too_large", "too_small",
)  # fmt: skip
NAMING = ("inspection_answer", "task_finding")


def upgrade() -> None:
    """Let what there is be pictures."""
    op.add_column("photo", sa.Column("duration_ms", sa.Integer()))
    _offer("content_type", (*PICTURES, *SOUNDS))
    _offer("purpose", (*PURPOSES, "voice"))
    _offer("reason", (*REASONS, "too_long"))
    _ready("coalesce(width, duration_ms)")
    op.create_check_constraint(
        "voice_is_sound",
        "photo",
        "(purpose = 'voice') = (content_type LIKE 'audio/%') AND (purpose = 'voice' OR duration_ms IS NULL)",
    )
    op.create_check_constraint("voice_bounds", "photo", "purpose <> 'voice' OR (size <= 1048576 AND width IS NULL)")
    for table in NAMING:
        op.add_column(table, sa.Column("voice_id", sa.Uuid()))
        op.create_foreign_key(
            op.f(f"fk_{table}_photo_voice_id"), table, "photo", ["org_id", "voice_id"], ["org_id", "id"]
        )


def downgrade() -> None:
    """Forget what was said; the recordings stay in the store until retention has forgotten their keys."""
    for table in NAMING:
        op.drop_column(table, "voice_id")
    op.execute(
        "DELETE FROM photo_hold WHERE (org_id, photo_id) IN (SELECT org_id, id FROM photo WHERE purpose = 'voice')"
    )
    op.execute("DELETE FROM photo WHERE purpose = 'voice'")
    for name in ("voice_bounds", "voice_is_sound"):
        op.drop_constraint(op.f(f"ck_photo_{name}"), "photo")
    _ready("width")
    _offer("reason", REASONS)
    _offer("purpose", PURPOSES)
    _offer("content_type", PICTURES)
    op.drop_column("photo", "duration_ms")


def _offer(column: str, values: tuple[str, ...]) -> None:
    op.drop_constraint(op.f(f"ck_photo_{column}"), "photo")
    listed = ", ".join(f"'{value}'" for value in values)
    op.create_check_constraint(column, "photo", f"{column} IN ({listed})")


def _ready(size: str) -> None:
    op.drop_constraint(op.f("ck_photo_ready_has_size"), "photo")
    op.create_check_constraint("ready_has_size", "photo", f"(state = 'ready') = ({size} IS NOT NULL)")
