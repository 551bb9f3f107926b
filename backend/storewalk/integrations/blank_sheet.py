"""An empty workbook to fill in: our headings, what belongs below them, and lists to choose from."""

from typing import Any, Final

import msgspec
from litestar import Response

from storewalk.core.bulk import Options
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.core.writer import written_apart
from storewalk.integrations.blank.shape import Blank, BlankColumn
from storewalk.integrations.columns import NO_HINT, Column, Kind
from storewalk.integrations.given_sheet import workbook_response

WRITER: Final = "storewalk.integrations.blank"
LONGEST_LIST: Final = 5000
GUIDE_TITLE: Final = Words("填写说明", "How to fill in")
LISTS_TITLE: Final = Words("可选项", "Lists")
GUIDE: Final = (Words("列", "Column"), Words("怎么填", "What belongs there"), Words("可选", "Choose from"))
BETWEEN: Final = Words("、", ", ")


async def blank(tx: AnyTx, kind: Kind[Any], title: Words) -> Blank:
    """Return what the empty workbook of a kind is made of, with the lists that the actor may choose from."""
    locale, named = tx.actor.locale, await kind.options(tx)
    column, hint, choose = (each.in_locale(locale) for each in GUIDE)
    return Blank(
        name=f"{kind.name}-template",
        title=title.in_locale(locale),
        guide_title=GUIDE_TITLE.in_locale(locale),
        lists_title=LISTS_TITLE.in_locale(locale),
        guide=(column, hint, choose),
        between=BETWEEN.in_locale(locale),
        columns=[
            _column(each, named.get(each.field), locale, first=place == 0) for place, each in enumerate(kind.columns)
        ],
    )


async def as_blank(made: Blank) -> Response[bytes]:
    """Write an empty workbook."""
    content = await written_apart(WRITER, msgspec.json.encode(made))
    return workbook_response(made.name, made.title, content)


def _column(column: Column, named: Options | None, locale: str, *, first: bool) -> BlankColumn:
    own = [option.in_locale(locale) for option in column.options]
    return BlankColumn(
        heading=column.heading.in_locale(locale),
        hint="" if column.hint is NO_HINT else column.hint.in_locale(locale),
        needed=first or column.empty is ...,
        number=column.number,
        options=named.shown[:LONGEST_LIST] if named else own,
    )
