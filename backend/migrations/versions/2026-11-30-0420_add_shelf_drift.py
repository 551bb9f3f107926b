"""Count what corrections change, number the sets of labels, and keep what each night's look at the model finds."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, tenant_table, text_enum

revision = "0042_shelf_drift"
down_revision = "0041_shared_by_hand"
branch_labels = None
depends_on = None

CHANGES = ("added", "removed", "moved", "relabelled")
# Of corrections from before: a box that is not the model's is one of its own that was moved, as far as those reach.
COUNT = """
UPDATE shelf_correction c SET
    moved = least(d.fresh, d.gone), added = greatest(d.fresh - d.gone, 0), removed = greatest(d.gone - d.fresh, 0)
FROM (
    SELECT c.org_id, c.id, jsonb_array_length(c.boxes) - s.same AS fresh, jsonb_array_length(r.boxes) - s.same AS gone
    FROM shelf_correction c
    JOIN shelf_reading r ON r.org_id = c.org_id AND r.photo_id = c.photo_id
    CROSS JOIN LATERAL (
        SELECT count(*)::int AS same FROM jsonb_array_elements(c.boxes) b
        WHERE r.boxes @> jsonb_build_array(b - 'score')
    ) s
) d
WHERE d.org_id = c.org_id AND d.id = c.id"""


def upgrade() -> None:
    """Widen the tables and add two."""
    for name in CHANGES:
        op.add_column("shelf_correction", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.execute(COUNT)
    for name in CHANGES:
        op.alter_column("shelf_correction", name, server_default=None)
    op.create_check_constraint(
        "changes_from_zero", "shelf_correction", "added >= 0 AND removed >= 0 AND moved >= 0 AND relabelled >= 0"
    )
    op.create_index(None, "shelf_reading", ["org_id", "model_version", "read_at"])
    _number_sets()
    _add_checks()
    _add_alerts()


def _number_sets() -> None:
    op.add_column("label_export", sa.Column("number", sa.Integer()))
    op.add_column("label_export", sa.Column("digest", sa.Text()))
    op.add_column("label_export", sa.Column("members", JSONB()))
    op.add_column("label_export", sa.Column("counts", JSONB()))
    op.create_check_constraint(
        "set_is_named",
        "label_export",
        "(number IS NULL) = (digest IS NULL) AND (number IS NULL) = (members IS NULL)"
        " AND (number IS NULL) = (counts IS NULL) AND (number IS NULL OR state = 'ready')",
    )


def _add_checks() -> None:
    op.create_table(
        "shelf_score_check",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("label", text_enum("label", "product", "gap"), nullable=False),
        sa.Column("psi", sa.Double()),
        sa.Column("drifted_from", sa.Double()),
        sa.Column("reference_photos", sa.Integer(), nullable=False),
        sa.Column("recent_photos", sa.Integer(), nullable=False),
        sa.Column("reference", ARRAY(sa.Integer()), nullable=False),
        sa.Column("recent", ARRAY(sa.Integer()), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "day", "model_version", "label"),
        sa.CheckConstraint("psi >= 0", name="psi_from_zero"),
        sa.CheckConstraint("cardinality(reference) = cardinality(recent)", name="same_bins"),
    )
    protect("shelf_score_check")


def _add_alerts() -> None:
    tenant_table(
        "shelf_drift",
        sa.Column("kind", text_enum("drift_kind", "product_scores", "gap_scores", "corrections"), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("store_id", sa.Uuid()),
        sa.Column("figure", sa.Double(), nullable=False),
        sa.Column("usual", sa.Double(), nullable=False),
        sa.Column("photos", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("ended", text_enum("drift_end", "recovered", "new_model")),
        belongs_to("scope_node", column="store_id"),
        sa.CheckConstraint("(kind = 'corrections') = (store_id IS NOT NULL)", name="corrections_of_a_store"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended IS NULL)", name="end_has_reason"),
        sa.CheckConstraint("figure >= 0 AND usual >= 0 AND photos > 0", name="measured"),
    )
    for name, column, where in (
        ("scores", "kind", "store_id IS NULL"),
        ("store", "store_id", "store_id IS NOT NULL"),
    ):
        op.create_index(
            f"uq_shelf_drift_open_{name}",
            "shelf_drift",
            ["org_id", column],
            unique=True,
            postgresql_where=sa.text(f"ended_at IS NULL AND {where}"),
        )
    op.create_index(None, "shelf_drift", ["org_id", "recorded_at"])


def downgrade() -> None:
    """Drop them again."""
    drop_tenant_table("shelf_drift")
    drop_tenant_table("shelf_score_check")
    op.drop_constraint("set_is_named", "label_export")
    for name in ("number", "digest", "members", "counts"):
        op.drop_column("label_export", name)
    op.drop_index(op.f("ix_shelf_reading_org_id_model_version_read_at"), "shelf_reading")
    op.drop_constraint("changes_from_zero", "shelf_correction")
    for name in CHANGES:
        op.drop_column("shelf_correction", name)
