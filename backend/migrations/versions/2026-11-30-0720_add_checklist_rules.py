"""Add what kind of shop a store is, and what a checklist engine knows of it: conditions, hints, pictures, notes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from storewalk.core.schema import text_enum

revision = "0043_checklist_rules"
down_revision = "0042_shelf_drift"
branch_labels = None
depends_on = None

FORMATS = ("convenience", "grocery", "fresh", "bakery", "drinks", "restaurant")
FOR_FORMATS = ("inspection_template_version", "inspection_section", "inspection_checkpoint")
# Versions from before ask every question of every store.
COUNT_ASKED = """
UPDATE inspection i SET asked_count = c.questions
FROM (SELECT org_id, version_id, count(*) AS questions FROM inspection_checkpoint GROUP BY org_id, version_id) c
WHERE c.org_id = i.org_id AND c.version_id = i.template_version_id AND i.started_at IS NOT NULL"""


def upgrade() -> None:
    """Add columns that say nothing of what is there already: published versions stay as they are."""
    op.add_column("store", sa.Column("format", text_enum("store_format", *FORMATS)))
    listed = ", ".join(f"'{value}'" for value in FORMATS)
    for table in FOR_FORMATS:
        _add(table, sa.Column("formats", ARRAY(sa.Text()), nullable=False, server_default="{}"))
        op.create_check_constraint("formats_known", table, f"formats <@ ARRAY[{listed}]")
    _widen_checkpoints()
    _add("inspection_answer", sa.Column("counts", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("inspection", sa.Column("store_format", text_enum("store_format", *FORMATS)))
    op.add_column("inspection", sa.Column("asked_count", sa.Integer()))
    op.execute(COUNT_ASKED)
    op.create_check_constraint("asked_since_start", "inspection", "(started_at IS NULL) = (asked_count IS NULL)")


def downgrade() -> None:
    """Forget all of it."""
    op.drop_constraint("asked_since_start", "inspection")
    for table, name in (
        ("inspection", "asked_count"),
        ("inspection", "store_format"),
        ("inspection_answer", "counts"),
        *(("inspection_checkpoint", name) for name in ("reference_photo_id", "reference", "hint", "note_rule")),
        *(("inspection_checkpoint", f"condition_{part}") for part in ("choices", "outcomes", "on")),
        ("inspection_checkpoint", "min_photos"),
        *((table, "formats") for table in FOR_FORMATS),
        ("store", "format"),
    ):
        op.drop_column(table, name)


def _widen_checkpoints() -> None:
    table = "inspection_checkpoint"
    for name in ("hint", "reference"):
        op.add_column(table, sa.Column(name, JSONB()))
    for name, other in (("reference_photo_id", "photo"), ("condition_on", table)):
        op.add_column(table, sa.Column(name, sa.Uuid()))
        op.create_foreign_key(op.f(f"fk_{table}_{other}_{name}"), table, other, ["org_id", name], ["org_id", "id"])
    _add(table, sa.Column("min_photos", sa.SmallInteger(), nullable=False, server_default="1"))
    _add(
        table,
        sa.Column(
            "note_rule", text_enum("note_rule", "none", "onFail", "always"), nullable=False, server_default="none"
        ),
    )
    for name in ("condition_outcomes", "condition_choices"):
        _add(table, sa.Column(name, ARRAY(sa.Text()), nullable=False, server_default="{}"))
    for name, rule in (
        ("min_photos", "min_photos BETWEEN 1 AND 12"),
        ("min_photos_are_asked_for", "min_photos = 1 OR photo_rule <> 'none'"),
        (
            "condition_is_whole",
            "(condition_on IS NULL) = (cardinality(condition_outcomes) + cardinality(condition_choices) = 0)",
        ),
        ("condition_on_another", "condition_on <> id"),
    ):
        op.create_check_constraint(name, table, rule)


def _add(table: str, column: sa.Column[object]) -> None:
    """Add a column that rows from before get a value for; those to come say theirs."""
    op.add_column(table, column)
    op.alter_column(table, column.name, server_default=None)
