"""Keep how suppliers get their orders, orders to suppliers, and the door through which a supplier answers."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import APP_ROLE, drop_tenant_table, protect, tenant_table, text_enum

revision = "0038_purchases"
down_revision = "0037_fulfilment"
branch_labels = None
depends_on = None

QUANTITY = sa.Numeric(18, 4)
INSTANT = sa.DateTime(timezone=True)
DOOR = "storewalk_purchase_link(bytea, text[])"
# A supplier has no log-in: this finds the organization of a link, and stays shut while the throttle of log-ins says so.
MAKE_DOOR = """
CREATE FUNCTION storewalk_purchase_link(p_hash bytea, p_keys text[])
RETURNS TABLE (retry_after int, org_id uuid, purchase_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT ceil(extract(epoch FROM max(t.blocked_until) - clock_timestamp()))::int INTO retry_after
  FROM login_throttle t WHERE t.key = ANY (p_keys);
  IF retry_after > 0 THEN RETURN NEXT; RETURN; END IF;
  retry_after := 0;
  SELECT p.org_id, p.id INTO org_id, purchase_id FROM purchase_order p WHERE p.token_hash = p_hash;
  IF org_id IS NOT NULL THEN PERFORM set_config('storewalk.org_id', org_id::text, true); END IF;
  RETURN NEXT;
END $$
"""


def upgrade() -> None:
    """Create the tables and the door."""
    _way()
    _purchase()
    _part()
    op.execute(sa.text(MAKE_DOOR.replace(":", r"\:")))
    op.execute(f"REVOKE ALL ON FUNCTION {DOOR} FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION {DOOR} TO {APP_ROLE}")


def _way() -> None:
    op.create_table(
        "supplier_way",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("way", text_enum("order_way", "file", "mail", "webhook"), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("test_asked_at", INSTANT),
        sa.Column("tested_at", INSTANT),
        sa.Column("test_fault", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", INSTANT, server_default=sa.func.clock_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "supplier_id"),
        belongs_to("supplier"),
        sa.CheckConstraint("(way = 'file') = (address = '')", name="way_has_address"),
        sa.CheckConstraint("(way = 'webhook') = (secret IS NOT NULL)", name="webhook_has_secret"),
        sa.CheckConstraint("language IN ('zh', 'en')", name="language_is_known"),
        sa.CheckConstraint("tested_at IS NULL OR test_asked_at IS NOT NULL", name="tested_when_asked"),
        sa.CheckConstraint("test_fault = '' OR tested_at IS NOT NULL", name="fault_of_a_test"),
    )
    protect("supplier_way")


def _purchase() -> None:
    states = "waiting", "sent", "failed", "opened", "confirmed", "refused"
    tenant_table(
        "purchase_order",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", text_enum("purchase_state", *states), nullable=False),
        sa.Column("way", text_enum("order_way", "file", "mail", "webhook"), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.Uuid()),
        sa.Column("sent_at", INSTANT),
        sa.Column("opened_at", INSTANT),
        sa.Column("answered_at", INSTANT),
        sa.Column("expected_on", sa.Date()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("total_cents", sa.BigInteger(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("link_ends_at", INSTANT, nullable=False),
        belongs_to("order_source", column="source_id"),
        belongs_to("supplier"),
        belongs_to("account", column="sent_by"),
        sa.UniqueConstraint("org_id", "number"),
        sa.CheckConstraint("(way = 'file') = (address = '')", name="way_has_address"),
        sa.CheckConstraint("state IN ('waiting', 'failed') OR sent_at IS NOT NULL", name="sent_has_time"),
        sa.CheckConstraint("state <> 'failed' OR fault <> ''", name="failed_says_why"),
        sa.CheckConstraint("state <> 'opened' OR opened_at IS NOT NULL", name="opened_has_time"),
        sa.CheckConstraint("(state IN ('confirmed', 'refused')) = (answered_at IS NOT NULL)", name="answered_has_time"),
        sa.CheckConstraint("round > 0 AND tries >= 0 AND total_cents >= 0", name="not_negative"),
        versioned=True,
    )
    op.create_index(None, "purchase_order", ["token_hash"], unique=True)
    op.create_index(None, "purchase_order", ["org_id", "source_id", "day"])
    op.create_index(None, "purchase_order", ["org_id", "recorded_at", "id"])


def _keys() -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Uuid(), nullable=False) for name in ("org_id", "purchase_id", "order_id")]


def _part() -> None:
    op.create_table(
        "purchase_part",
        *_keys(),
        sa.Column("submitted_at", INSTANT, nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("outcome", text_enum("part_outcome", "accepted", "refused", "gone")),
        sa.PrimaryKeyConstraint("org_id", "purchase_id", "order_id"),
        belongs_to("purchase_order", column="purchase_id"),
        belongs_to("store_order", column="order_id"),
        sa.CheckConstraint("live = (outcome IS NULL OR outcome <> 'refused')", name="refused_is_free"),
    )
    op.create_index(
        "uq_purchase_part_live",
        "purchase_part",
        ["org_id", "order_id", "submitted_at"],
        unique=True,
        postgresql_where=sa.text("live"),
    )
    op.create_index(None, "purchase_part", ["org_id", "order_id"])
    protect("purchase_part")
    op.create_table(
        "purchase_line",
        *_keys(),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", QUANTITY, nullable=False),
        sa.Column("pack_quantity", QUANTITY, nullable=False),
        sa.Column("pack_cents", sa.BigInteger(), nullable=False),
        sa.Column("answered", QUANTITY),
        sa.PrimaryKeyConstraint("org_id", "purchase_id", "order_id", "product_id"),
        belongs_to("purchase_order", column="purchase_id"),
        belongs_to("store_order", column="order_id"),
        belongs_to("product"),
        sa.CheckConstraint("quantity > 0 AND pack_quantity > 0 AND pack_cents >= 0", name="orders_something"),
        sa.CheckConstraint("answered BETWEEN 0 AND quantity", name="no_more_than_ordered"),
    )
    protect("purchase_line")


def downgrade() -> None:
    """Drop what upgrade made."""
    op.execute(f"DROP FUNCTION {DOOR}")
    for table in ("purchase_line", "purchase_part", "purchase_order", "supplier_way"):
        drop_tenant_table(table)
