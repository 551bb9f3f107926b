"""Bookkeeping at flush: old and new values for the audit entry, versions of what a phone may edit."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from storewalk.core.orm import Versioned


class Change(msgspec.Struct, frozen=True):
    """One field's change; `old` is None in a row that is new, `new` in one that went.

    `id` is the row's, or of a row that is told by what it joins, such as an offer by its product, the last of these.
    """

    table: str
    id: UUID | None
    field: str
    old: Any
    new: Any


class Changes:
    """Collects what a session writes, once per row and field, and counts versions once per transaction."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.now = now
        self.collected: list[Change] = []
        self._versioned: dict[int, object] = {}  # holds the rows, so that no other can take over an id
        session.info[Changes] = self

    def take(self) -> list[Change]:
        """Return what was collected since the last call."""
        taken, self.collected = self.collected, []
        return taken

    def gather(self, session: Session) -> None:
        """Note what the session is about to write, and count versions."""
        for row in session.dirty:
            if session.is_modified(row, include_collections=False):
                self._bump(row)
                self._note(row)
        for row in session.new:
            if isinstance(row, Versioned):
                self._versioned[id(row)] = row
                row.version, row.changed_at = row.version or 1, self.now
            self._note(row, created=True)
        for row in session.deleted:
            self._note(row, deleted=True)

    def _bump(self, row: object) -> None:
        if isinstance(row, Versioned) and id(row) not in self._versioned:
            self._versioned[id(row)] = row
            row.version += 1
            row.changed_at = self.now

    def _note(self, row: object, *, created: bool = False, deleted: bool = False) -> None:
        state = inspect(row)
        if state is None or "org_id" not in state.mapper.columns:
            return
        table = str(state.mapper.local_table.name)
        row_id = state.dict.get("id", state.dict.get(state.mapper.primary_key[-1].key))
        for attribute in state.mapper.column_attrs:
            column = attribute.columns[0]
            if column.info.get("secret") or attribute.key in {"org_id", "changed_at", "version"}:
                continue
            history = state.attrs[attribute.key].history
            if deleted:
                old, new = (history.unchanged or history.deleted or [None])[0], None
            elif history.added:
                old, new = None if created else (history.deleted or [None])[0], history.added[0]
            else:
                continue
            if old != new:
                self.collected.append(
                    Change(table, row_id if isinstance(row_id, UUID) else None, attribute.key, old, new)
                )


class TrackedSession(Session):
    """The session of every transaction; one listener for the class costs less than one for each."""


def _before_flush(session: Session, context: UOWTransaction, instances: object) -> None:
    del context, instances
    changes = session.info.get(Changes)
    if isinstance(changes, Changes):
        changes.gather(session)


event.listen(TrackedSession, "before_flush", _before_flush)
