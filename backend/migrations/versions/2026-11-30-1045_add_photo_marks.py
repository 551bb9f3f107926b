"""Add what people draw on the photos of answers, and of the findings that come of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0047_photo_marks"
down_revision = "0046_signing"
branch_labels = None
depends_on = None

TABLES = ("inspection_answer_photo", "task_finding_photo")
PLACE = "@.{0} >= 0 && @.{0} <= 1 && @.{1} >= 0 && @.{1} <= 1"
WORDS = '@.kind == "text" && @.text like_regex "^.{1,60}$" flag "s"'
ENDED = f'(@.kind == "arrow" || @.kind == "circle") && {PLACE.format("toX", "toY")}'
WHOLE = f"({PLACE.format('x', 'y')} && (({WORDS}) || ({ENDED})))"
MARKS_FIT = (
    "jsonb_typeof(marks) = 'array' AND jsonb_array_length(marks) <= 20"
    f" AND NOT jsonb_path_exists(marks, '$[*] ? (!{WHOLE} || {WHOLE} is unknown)')"
)


def upgrade() -> None:
    """Mark none."""
    for table in TABLES:
        op.add_column(table, sa.Column("marks", JSONB(), nullable=False, server_default="[]"))
        op.create_check_constraint("marks_fit", table, MARKS_FIT)


def downgrade() -> None:
    """Forget the marks."""
    for table in TABLES:
        op.drop_column(table, "marks")
