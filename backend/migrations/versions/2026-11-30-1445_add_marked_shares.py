"""Add the marks that a shared photo goes out with, drawn into a copy of the share's own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0055_marked_shares"
down_revision = "0054_health_rule"
branch_labels = None
depends_on = None

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
    op.add_column("photo_share", sa.Column("marks", JSONB(), nullable=False, server_default="[]"))
    op.add_column("photo_share", sa.Column("drawn_at", sa.DateTime(timezone=True)))
    op.create_check_constraint("marks_fit", "photo_share", MARKS_FIT)
    op.create_check_constraint("drawn_has_marks", "photo_share", "drawn_at IS NULL OR marks <> '[]'")


def downgrade() -> None:
    """Forget the marks; a share of a photo that was never shared plain is preparing again until somebody shares it."""
    op.drop_column("photo_share", "drawn_at")
    op.drop_column("photo_share", "marks")
