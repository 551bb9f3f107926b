"""The core's own tables: events and who handled them, audit entries, receipts of commands."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, SmallInteger, Text, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted


class EventRow(Tenanted, Base):
    """A fact, kept for ever; what is downstream is derived from it and can be replayed."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "org_id", "subject_id", "recorded_at"),
        Index(None, "org_id", "recorded_at", "id"),
    )

    kind: Mapped[str]
    subject_id: Mapped[UUID]
    store_id: Mapped[UUID | None]
    actor_id: Mapped[UUID]
    occurred_at: Mapped[datetime]
    device_seq: Mapped[int | None]
    payload: Mapped[Any] = mapped_column(JSONB)


class EventDone(Base):
    """A subscriber has handled an event; the first thing its transaction writes, so that it happens once."""

    __tablename__ = "event_done"

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    handler: Mapped[str] = mapped_column(primary_key=True)
    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class AuditEntry(Tenanted, Base):
    """Who did what, with old and new values. The application may only add and read."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "subject_id", "recorded_at"),
    )

    event_id: Mapped[UUID]
    kind: Mapped[str]
    subject_id: Mapped[UUID]
    actor_id: Mapped[UUID]
    actor_name: Mapped[str]
    changes: Mapped[Any] = mapped_column(JSONB)


class AuditSeal(Base):
    """A link of an organization's hash chain over its audit entries: written by a job, over committed rows."""

    __tablename__ = "audit_seal"
    __table_args__ = (Index(None, "org_id", "entry_id", unique=True),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry_id: Mapped[UUID]
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class CommandReceipt(Base):
    """The answer a command got, kept 90 days: the same key again gets the same answer and changes nothing."""

    __tablename__ = "command_receipt"
    __table_args__ = (Index(None, "org_id", "recorded_at"),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    actor_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Text(), primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    status: Mapped[int | None] = mapped_column(SmallInteger)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
