"""What can be imported, as a list to take away in the form that is taken in again."""

from collections.abc import Sequence
from typing import Any

from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.counts.api import Cells
from storewalk.integrations.columns import Kind, Layout
from storewalk.integrations.events import SheetExported
from storewalk.integrations.given_sheet import Written


async def give_out(tx: Tx, kind: Kind[Any], title: Words) -> Written:
    """Write everything of a kind that the actor may see; the audit log says so."""
    lines = await kind.give_out(tx)
    tx.record(SheetExported(subject_id=tx.actor.account_id, sheet=kind.name, rows=len(lines)))
    return written(kind, title, lines, tx.actor.locale)


def written(layout: Layout[Any], title: Words, lines: Sequence[Any], locale: str) -> Written:
    """Write the cells of rows, headed in a language."""
    return Written(
        name=layout.name,
        title=title.in_locale(locale),
        locale=locale,
        headings=[
            (column.heading.in_locale(locale), Cells.NUMBER if column.number else Cells.TEXT)
            for column in layout.columns
        ],
        rows=[
            tuple(column.write(getattr(line, column.attribute), locale) for column in layout.columns) for line in lines
        ],
    )
