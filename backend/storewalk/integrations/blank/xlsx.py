"""Write an empty workbook: headings with hints, drop-downs of what may stand below them, and a page that tells how."""

import io
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from storewalk.integrations.blank.shape import Blank, BlankColumn

ROWS: Final = 2000
"""How many rows below the headings offer their lists and keep codes as texts."""
WIDE: Final = 22
LONGEST_TITLE: Final = 31
SHOWN_OPTIONS: Final = 12
NEEDED: Final = PatternFill("solid", fgColor="CFE8E5")
OTHERS: Final = PatternFill("solid", fgColor="EDF1F0")
BOLD: Final = Font(bold=True)
TOP: Final = Alignment(wrap_text=True, vertical="top")


def write_blank(made: Blank) -> bytes:
    """Write the workbook."""
    book = Workbook()
    page: Worksheet = book.worksheets[0]
    page.title = made.title[:LONGEST_TITLE]
    page.freeze_panes = "A2"
    guide = book.create_sheet(made.guide_title)
    lists = book.create_sheet(made.lists_title)
    lists.sheet_state = "hidden"
    for place, text in enumerate(made.guide, start=1):
        _text(guide, 1, place, text).font = BOLD
    for number, column in enumerate(made.columns, start=1):
        _head(page, number, column)
        shown = made.between.join(column.options[:SHOWN_OPTIONS])
        more = " …" if len(column.options) > SHOWN_OPTIONS else ""
        for place, text in enumerate((column.heading, column.hint, shown + more), start=1):
            _text(guide, number + 1, place, text).alignment = TOP
        if column.options:
            _offer(page, lists, number, column.options)
    for letter, width in (("A", 20), ("B", 60), ("C", 60)):
        guide.column_dimensions[letter].width = width
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(page: Worksheet, number: int, column: BlankColumn) -> None:
    cell = _text(page, 1, number, f"{column.heading}*" if column.needed else column.heading)
    cell.font = BOLD
    cell.fill = NEEDED if column.needed else OTHERS
    if column.hint:
        cell.comment = Comment(column.hint, "Storewalk", height=80, width=260)
    page.column_dimensions[get_column_letter(number)].width = WIDE
    for row in range(2, ROWS + 2) if not column.number else ():
        page.cell(row, number).number_format = "@"  # or Excel takes 0001 for 1


def _offer(page: Worksheet, lists: Worksheet, number: int, options: list[str]) -> None:
    letter = get_column_letter(number)
    for row, option in enumerate(options, start=1):
        _text(lists, row, number, option)
    validation = DataValidation(
        type="list", formula1=f"'{lists.title}'!${letter}$1:${letter}${len(options)}", allow_blank=True
    )
    validation.showErrorMessage = False  # other words may be typed; the import tells what it does not know
    page.add_data_validation(validation)
    validation.add(f"{letter}2:{letter}{ROWS + 1}")


def _text(page: Worksheet, row: int, column: int, text: str):  # noqa: ANN202 - a cell of openpyxl's, of no public type
    cell = page.cell(row, column, text or None)
    if text:
        cell.data_type = "s"  # a name that begins with "=" is not run
    return cell
