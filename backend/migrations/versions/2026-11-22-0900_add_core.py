"""Add the core: events, audit entries, receipts, the job queue and the way into it."""

from functools import partial
from typing import Any

import asyncpg
import sqlalchemy as sa
from alembic import op
from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment, QueryQueueBuilder

from storewalk.core.schema import APP_ROLE, json_column, protect, tenant_table

revision = "0001_core"
down_revision = None
branch_labels = None
depends_on = None

QUEUE_TABLES = ("pgqueuer", "pgqueuer_log", "pgqueuer_statistics", "pgqueuer_schedules")


def upgrade() -> None:
    """Create the tables, hand the queue to the application role."""
    op.execute(f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}")
    tenant_table(
        "event",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid()),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device_seq", sa.BigInteger()),
        json_column("payload"),
        append_only=True,
    )
    op.create_index(None, "event", ["org_id", "subject_id", "recorded_at"])
    op.create_index(None, "event", ["org_id", "recorded_at", "id"])
    op.create_table(
        "event_done",
        sa.Column("org_id", sa.Uuid(), primary_key=True),
        sa.Column("event_id", sa.Uuid(), primary_key=True),
        sa.Column("handler", sa.Text(), primary_key=True),
        _recorded_at(),
    )
    protect("event_done", append_only=True)
    tenant_table(
        "audit_entry",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        json_column("changes"),
        append_only=True,
    )
    op.create_index(None, "audit_entry", ["org_id", "recorded_at", "id"])
    op.create_index(None, "audit_entry", ["org_id", "subject_id", "recorded_at"])
    op.create_table(
        "audit_seal",
        sa.Column("org_id", sa.Uuid(), primary_key=True),
        sa.Column("sequence", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        _recorded_at(),
    )
    op.create_index(None, "audit_seal", ["org_id", "entry_id"], unique=True)
    protect("audit_seal", append_only=True)
    op.create_table(
        "command_receipt",
        sa.Column("org_id", sa.Uuid(), primary_key=True),
        sa.Column("actor_id", sa.Uuid(), primary_key=True),
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.SmallInteger()),
        sa.Column("body", sa.LargeBinary()),
        _recorded_at(),
    )
    op.create_index(None, "command_receipt", ["org_id", "recorded_at"])
    protect("command_receipt")
    _add_queue()


def downgrade() -> None:
    """Drop what upgrade made."""
    op.execute("DROP FUNCTION storewalk_enqueue")
    _statements(QueryBuilderEnvironment().build_uninstall_query())
    for table in ("command_receipt", "audit_seal", "audit_entry", "event_done", "event"):
        op.drop_table(table)


def _add_queue() -> None:
    _statements(QueryBuilderEnvironment().build_install_query())
    for table in QUEUE_TABLES:
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")
    op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}")
    op.execute("CREATE INDEX ix_pgqueuer_org ON pgqueuer ((headers ->> 'org'))")
    enqueue = QueryQueueBuilder().build_enqueue_query("skip").rstrip()
    _statements(
        "CREATE FUNCTION storewalk_enqueue(int[], text[], bytea[], interval[], text[], jsonb[])"
        f" RETURNS TABLE (ord bigint, id bigint) LANGUAGE sql AS $enqueue${enqueue}$enqueue$"
    )


def _statements(script: str) -> None:
    # asyncpg's prepared statements take one command each; a script goes through the simple protocol.
    pooled: Any = op.get_bind().connection
    pooled.dbapi_connection.run_async(partial(_run, script))


async def _run(script: str, driver: asyncpg.Connection) -> None:
    await driver.execute(script)


def _recorded_at() -> sa.Column[object]:
    return sa.Column(
        "recorded_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False
    )
