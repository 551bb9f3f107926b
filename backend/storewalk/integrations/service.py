"""Take a sheet in, or give one out."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.messages import Catalog
from storewalk.core.tx import Tx
from storewalk.integrations.columns import Kind
from storewalk.integrations.events import SheetExported
from storewalk.integrations.schemas import ImportOut, ImportSheet, RowFault, SheetFile
from storewalk.integrations.sheet_file import read_file
from storewalk.integrations.sheet_text import write_sheet

MAX_ROWS = 20_000
SHOWN_FAULTS = 500


class Telling(Struct, frozen=True):
    """In which language to tell, and what the file calls each field."""

    locale: str
    texts: Catalog
    headed: Mapping[str, str] = {}

    def text(self, key: str, params: Mapping[str, object]) -> str:
        """Return a message."""
        return self.texts.text(key, self.locale, dict(params))


async def take_in(tx: Tx, kind: Kind[Any], form: ImportSheet | SheetFile, texts: Catalog) -> ImportOut:
    """Import a sheet: every row or, with any fault, none. The same sheet again changes nothing and says so.

    Raises Invalid for a file that cannot be read or has too many rows; faults in rows are part of the answer.
    """
    sheet = read_file(form, MAX_ROWS)
    lines, faults = kind.lines(sheet)
    # Rows that can be read are checked even where others cannot, so that one dry run names every fault.
    outcome: Outcome = await kind.take_in(tx, lines, dry_run=form.dry_run or bool(faults))
    faults = sorted([*faults, *outcome.faults], key=lambda each: each.row)
    return import_out(Outcome() if faults else outcome, faults, form, Telling(tx.actor.locale, texts))


def import_out(
    outcome: Outcome, faults: Sequence[LineFault], form: ImportSheet | SheetFile, telling: Telling
) -> ImportOut:
    """Tell what became of the rows."""
    errors = [
        RowFault(
            row=f.row,
            field=f.fault.field,
            message=telling.text(f.fault.message_key, f.fault.params),
            column=telling.headed.get(f.fault.field, ""),
        )
        for f in faults[:SHOWN_FAULTS]
    ]
    return ImportOut(
        created=outcome.created,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        errors=errors,
        error_count=len(faults),
        applied=not faults and not form.dry_run,
        summary=_summary(outcome, len(faults), form, telling),
    )


async def give_out(tx: Tx, kind: Kind[Any]) -> str:
    """Export everything of a kind that the actor may see, headed in the actor's language; the audit log says so."""
    lines = await kind.give_out(tx)
    tx.record(SheetExported(subject_id=tx.actor.account_id, sheet=kind.name, rows=len(lines)))
    return write_sheet(kind.rows(lines, tx.actor.locale))


def _summary(outcome: Outcome, faults: int, form: ImportSheet | SheetFile, telling: Telling) -> str:
    counts = {"created": outcome.created, "updated": outcome.updated, "unchanged": outcome.unchanged, "faults": faults}
    if faults:
        key = "integrations.refused"
    elif not outcome.created and not outcome.updated:
        key = "integrations.nothing_new"
    else:
        key = "integrations.would_import" if form.dry_run else "integrations.imported"
    return telling.text(key, counts)
