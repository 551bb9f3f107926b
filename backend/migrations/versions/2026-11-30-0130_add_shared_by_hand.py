"""A share may be set by hand with a reason; a source has a receiving rule of its own; supply is edited by version."""

import sqlalchemy as sa
from alembic import op

revision = "0041_shared_by_hand"
down_revision = "0040_rebalances"
branch_labels = None
depends_on = None

VERSIONED = ("order_delivery", "order_offer", "order_store_terms")
WHY = "ck_order_confirmation_confirmed_why"


def upgrade() -> None:
    """Add the columns; what is there is of the first version."""
    op.drop_constraint(op.f(WHY), "order_confirmation")
    op.create_check_constraint(op.f(WHY), "order_confirmation", "why IN ('in_full', 'shared', 'source', 'adjusted')")
    op.add_column("order_confirmation", sa.Column("note", sa.Text(), nullable=False, server_default=""))
    op.alter_column("order_confirmation", "note", server_default=None)
    op.add_column("order_source", sa.Column("over_percent", sa.SmallInteger(), nullable=True))
    op.create_check_constraint("over_percent_likely", "order_source", "over_percent BETWEEN 0 AND 100")
    for name in VERSIONED:
        op.add_column(name, sa.Column("version", sa.BigInteger(), nullable=False, server_default="1"))
        op.alter_column(name, "version", server_default=None)
        op.add_column(
            name,
            sa.Column(
                "changed_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()
            ),
        )


def downgrade() -> None:
    """Take the columns off; what was set by hand is the source's word."""
    for name in VERSIONED:
        op.drop_column(name, "changed_at")
        op.drop_column(name, "version")
    op.drop_constraint(op.f("ck_order_source_over_percent_likely"), "order_source")
    op.drop_column("order_source", "over_percent")
    op.drop_column("order_confirmation", "note")
    op.execute(
        "UPDATE order_confirmation SET why = 'source', there = NULL, asked = NULL, need = NULL WHERE why = 'adjusted'"
    )
    op.drop_constraint(op.f(WHY), "order_confirmation")
    op.create_check_constraint(op.f(WHY), "order_confirmation", "why IN ('in_full', 'shared', 'source')")
