"""Warehouses beside stores, places that people keep, and lots that a store does not offer any more."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import protect

revision = "0023_places_and_holds"
down_revision = "0022_transfer_extras"
branch_labels = None
depends_on = None

CAUSES = (
    "opening", "receipt", "sale", "return", "refill", "transfer_out", "transfer_in", "waste", "count", "late_fact",
    "cost_correction",
)  # fmt: skip
# What was withdrawn last, and not marked down or thrown away since, is not offered.
HOLD = """
INSERT INTO stock_hold (org_id, store_id, lot_id, since)
SELECT s.org_id, s.store_id, s.lot_id, s.taken_at FROM (
    SELECT DISTINCT ON (org_id, store_id, lot_id) org_id, store_id, lot_id, kind, taken_at
    FROM lot_step ORDER BY org_id, store_id, lot_id, recorded_at DESC, id DESC) s
WHERE s.kind = 'withdrawn'"""


def upgrade() -> None:
    """Everything that is there is a store; what was withdrawn last is held."""
    op.add_column("store", sa.Column("kind", sa.String(40), nullable=False, server_default="store"))
    op.create_check_constraint("store_kind", "store", "kind IN ('store', 'warehouse')")
    op.add_column("stock_place", sa.Column("name", sa.Text(), nullable=False, server_default=""))
    op.add_column("stock_place", sa.Column("closed_at", sa.DateTime(timezone=True)))
    op.add_column("stock_place", sa.Column("version", sa.BigInteger(), nullable=False, server_default="1"))
    op.add_column(
        "stock_place",
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False),
    )
    op.create_check_constraint("only_bins_close", "stock_place", "closed_at IS NULL OR kind = 'bin'")
    op.create_check_constraint("bins_have_names", "stock_place", "kind <> 'bin' OR name <> ''")
    op.create_table(
        "stock_hold",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "lot_id"),
        belongs_to("store"),
        belongs_to("stock_lot", column="lot_id"),
    )
    protect("stock_hold")
    op.execute(HOLD)
    _allow_causes((*CAUSES, "relocation"))


def downgrade() -> None:
    """Take them away again; goods that were moved within a store keep their moves as refills."""
    op.execute("UPDATE stock_move SET cause = 'refill' WHERE cause = 'relocation'")
    _allow_causes(CAUSES)
    op.drop_table("stock_hold")
    op.drop_constraint("bins_have_names", "stock_place", type_="check")
    op.drop_constraint("only_bins_close", "stock_place", type_="check")
    for column in ("changed_at", "version", "closed_at", "name"):
        op.drop_column("stock_place", column)
    op.drop_constraint("store_kind", "store", type_="check")
    op.drop_column("store", "kind")


def _allow_causes(causes: tuple[str, ...]) -> None:
    op.drop_constraint("cause", "stock_move", type_="check")
    listed = ", ".join(f"'{cause}'" for cause in causes)
    op.create_check_constraint("cause", "stock_move", f"cause IN ({listed})")
