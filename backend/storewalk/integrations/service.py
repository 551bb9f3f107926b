"""Take a sheet in, or give one out."""

from typing import Any

from storewalk.core.bulk import Outcome
from storewalk.core.messages import Catalog
from storewalk.core.tx import Tx
from storewalk.integrations.columns import Kind
from storewalk.integrations.events import SheetExported
from storewalk.integrations.schemas import ImportOut, ImportSheet, RowFault, SheetFile
from storewalk.integrations.sheet_file import read_file
from storewalk.integrations.sheet_text import write_sheet

MAX_ROWS = 20_000
SHOWN_FAULTS = 500


async def take_in(tx: Tx, kind: Kind[Any], form: ImportSheet | SheetFile, texts: Catalog) -> ImportOut:
    """Import a sheet: every row or, with any fault, none. The same sheet again changes nothing and says so.

    Raises Invalid for a file that cannot be read or has too many rows; faults in rows are part of the answer.
    """
    sheet = read_file(form, MAX_ROWS)
    lines, faults = kind.lines(sheet)
    # Rows that can be read are checked even where others cannot, so that one dry run names every fault.
    outcome: Outcome = await kind.take_in(tx, lines, dry_run=form.dry_run or bool(faults))
    faults = sorted([*faults, *outcome.faults], key=lambda each: each.row)
    if faults:
        outcome = Outcome()
    locale = tx.actor.locale
    errors = [
        RowFault(row=f.row, field=f.fault.field, message=texts.text(f.fault.message_key, locale, f.fault.params))
        for f in faults[:SHOWN_FAULTS]
    ]
    return ImportOut(
        created=outcome.created,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        errors=errors,
        error_count=len(faults),
        applied=not faults and not form.dry_run,
        summary=_summary(outcome, len(faults), form, texts, locale),
    )


async def give_out(tx: Tx, kind: Kind[Any]) -> str:
    """Export everything of a kind that the actor may see, headed in the actor's language; the audit log says so."""
    lines = await kind.give_out(tx)
    tx.record(SheetExported(subject_id=tx.actor.account_id, sheet=kind.name, rows=len(lines)))
    return write_sheet(kind.rows(lines, tx.actor.locale))


def _summary(outcome: Outcome, faults: int, form: ImportSheet | SheetFile, texts: Catalog, locale: str) -> str:
    counts = {"created": outcome.created, "updated": outcome.updated, "unchanged": outcome.unchanged, "faults": faults}
    if faults:
        key = "integrations.refused"
    elif not outcome.created and not outcome.updated:
        key = "integrations.nothing_new"
    else:
        key = "integrations.would_import" if form.dry_run else "integrations.imported"
    return texts.text(key, locale, counts)
