"""Keep what becomes of an order after its approval, goods on their way for it, and what is reserved for it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, tenant_table, text_enum

revision = "0037_fulfilment"
down_revision = "0036_jumps"
branch_labels = None
depends_on = None

QUANTITY = sa.Numeric(18, 4)
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    _ledger()
    _confirmation()
    _shipment()
    _receipt()
    _claim()
    _rule()


def _ledger() -> None:
    tenant_table(
        "stock_consignment",
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("document_line", sa.BigInteger(), nullable=False),
        sa.Column("from_store_id", sa.Uuid(), nullable=False),
        sa.Column("to_store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Uuid()),
        sa.Column("quantity", QUANTITY, nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("left_quantity", QUANTITY, nullable=False),
        sa.Column("left_cents", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        belongs_to("store", column="from_store_id"),
        belongs_to("store", column="to_store_id"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        sa.CheckConstraint("quantity > 0 AND value_cents >= 0", name="sends_something"),
        sa.CheckConstraint("left_quantity BETWEEN 0 AND quantity AND left_cents >= 0", name="no_more_left_than_sent"),
        sa.CheckConstraint("left_quantity > 0 OR left_cents = 0", name="nothing_is_worth_nothing"),
    )
    op.create_index(None, "stock_consignment", ["org_id", "document_id"])
    op.create_index(
        "ix_stock_consignment_left",
        "stock_consignment",
        ["org_id", "to_store_id"],
        postgresql_where=sa.text("left_quantity > 0"),
    )
    op.create_table(
        "stock_reservation",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", QUANTITY, nullable=False),
        sa.PrimaryKeyConstraint("org_id", "document_id", "product_id"),
        belongs_to("store"),
        belongs_to("product"),
        sa.CheckConstraint("quantity > 0", name="keeps_something"),
    )
    op.create_index(None, "stock_reservation", ["org_id", "store_id", "product_id"])
    protect("stock_reservation")


def _confirmation() -> None:
    op.create_table(
        "order_confirmation",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("why", text_enum("confirmed_why", "in_full", "shared", "source"), nullable=False),
        sa.Column("there", QUANTITY),
        sa.Column("asked", QUANTITY),
        sa.Column("need", QUANTITY),
        sa.PrimaryKeyConstraint("org_id", "order_id", "product_id"),
        belongs_to("store_order", column="order_id"),
        belongs_to("product"),
        sa.CheckConstraint(
            "(there IS NULL) = (asked IS NULL) AND (there IS NULL) = (need IS NULL)", name="shared_whole"
        ),
    )
    protect("order_confirmation")


def _shipment() -> None:
    tenant_table(
        "order_shipment",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("expected_at", INSTANT),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("shipped_by", sa.Uuid(), nullable=False),
        sa.Column("shipped_at", INSTANT, nullable=False),
        sa.Column("received_at", INSTANT),
        belongs_to("store_order", column="order_id"),
        belongs_to("account", column="shipped_by"),
        sa.UniqueConstraint("org_id", "order_id", "number"),
        versioned=True,
    )
    tenant_table(
        "order_shipment_line",
        sa.Column("shipment_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("lot_code", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Date()),
        sa.Column("consignment_id", sa.Uuid()),
        sa.Column("shipped", QUANTITY, nullable=False),
        *_came(),
        belongs_to("order_shipment", column="shipment_id"),
        belongs_to("store_order", column="order_id"),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "shipment_id", "position"),
        sa.CheckConstraint("shipped > 0", name="ships_something"),
        sa.CheckConstraint(
            "consignment_id IS NULL OR received + damaged + missing <= shipped", name="no_more_than_sent"
        ),
    )
    op.create_index(None, "order_shipment_line", ["org_id", "order_id"])


def _came() -> list[sa.schema.SchemaItem]:
    return [
        *(sa.Column(name, QUANTITY, nullable=False) for name in ("received", "damaged", "missing")),
        sa.CheckConstraint("received >= 0 AND damaged >= 0 AND missing >= 0", name="from_zero"),
    ]


def _receipt() -> None:
    tenant_table(
        "order_receipt",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("shipment_id", sa.Uuid(), nullable=False),
        sa.Column("received_by", sa.Uuid(), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        belongs_to("store_order", column="order_id"),
        belongs_to("order_shipment", column="shipment_id"),
        belongs_to("account", column="received_by"),
        sa.CheckConstraint("value_cents >= 0", name="value_not_negative"),
    )
    op.create_index(None, "order_receipt", ["org_id", "order_id"])
    tenant_table(
        "order_receipt_line",
        sa.Column("receipt_id", sa.Uuid(), nullable=False),
        sa.Column("shipment_line_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        *_came(),
        sa.Column("missing_why", text_enum("missing_why", "lost", "not_loaded")),
        sa.Column("lot_code", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Date()),
        sa.Column("temperature", sa.Numeric(5, 2)),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("photo_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        belongs_to("order_receipt", column="receipt_id"),
        belongs_to("order_shipment_line", column="shipment_line_id"),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "receipt_id", "position"),
        sa.CheckConstraint("received + damaged + missing > 0", name="says_something"),
        sa.CheckConstraint("(missing > 0) = (missing_why IS NOT NULL)", name="missing_has_reason"),
        sa.CheckConstraint("value_cents >= 0", name="value_not_negative"),
    )


def _claim() -> None:
    tenant_table(
        "order_claim",
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.Column("receipt_id", sa.Uuid()),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("kind", text_enum("claim_kind", "shortage", "damage", "return"), nullable=False),
        sa.Column("state", text_enum("claim_state", "open", "settled", "refused"), nullable=False),
        sa.Column("quantity", QUANTITY, nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("photo_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("decided_by", sa.Uuid()),
        sa.Column("decided_at", INSTANT),
        sa.Column("decision_note", sa.Text(), nullable=False),
        sa.Column("settled_cents", sa.BigInteger()),
        belongs_to("store_order", column="order_id"),
        belongs_to("order_receipt", column="receipt_id"),
        belongs_to("product"),
        belongs_to("account", column="opened_by"),
        belongs_to("account", column="decided_by"),
        sa.CheckConstraint("quantity > 0 AND value_cents >= 0 AND settled_cents >= 0", name="claims_something"),
        sa.CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_has_time"),
        sa.CheckConstraint("(decided_at IS NULL) = (decided_by IS NULL)", name="somebody_decides"),
        sa.CheckConstraint("(state = 'settled') = (settled_cents IS NOT NULL)", name="settled_has_value"),
        sa.CheckConstraint("(kind = 'return') = (receipt_id IS NULL)", name="found_at_a_receipt"),
        versioned=True,
    )
    op.create_index(None, "order_claim", ["org_id", "order_id"])
    op.create_index(None, "order_claim", ["org_id", "recorded_at", "id"])


def _rule() -> None:
    op.create_table(
        "order_receiving_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("over_percent", sa.Integer(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", INSTANT, server_default=sa.func.clock_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
        sa.CheckConstraint("over_percent BETWEEN 0 AND 100", name="over_percent_likely"),
    )
    protect("order_receiving_rule")


def downgrade() -> None:
    """Drop them again."""
    for name in (
        "order_receiving_rule", "order_claim", "order_receipt_line", "order_receipt", "order_shipment_line",
        "order_shipment", "order_confirmation", "stock_reservation", "stock_consignment",
    ):  # fmt: skip
        drop_tenant_table(name)
