"""A sheet to print: A4, Chinese, the head of the table on every page, room to sign at the end."""

from functools import cached_property
from pathlib import Path
from typing import Final

from fpdf import FPDF

from storewalk.counts.sheets.shape import Cells, Column, Sheet, Table

FACE: Final = "store"
MARGIN: Final = 10.0
ROW: Final = 6.5
PAD: Final = 2.0
FOOT: Final = 14.0
BODY, HEAD, TITLE = 8.5, 9.0, 14.0
GREY: Final = (230, 242, 241)


def write_pdf(sheet: Sheet, font: Path) -> bytes:
    """Write the tables one after another, each from a new page on, in a font that has Chinese."""
    paper = _Paper(sheet, font)
    for table in sheet.tables:
        paper.lay(table)
    paper.leave_room()
    return bytes(paper.output())


class _Paper(FPDF):
    """The pages of one sheet."""

    def __init__(self, sheet: Sheet, font: Path) -> None:
        super().__init__(orientation="landscape" if sheet.with_variances else "portrait", format="A4")
        self.sheet = sheet
        self.laid: Table | None = None
        self.add_font(FACE, fname=font)
        self.set_margin(MARGIN)
        self.set_auto_page_break(auto=True, margin=FOOT)
        self.set_title(sheet.title)
        self.set_lang(sheet.language)

    def header(self) -> None:
        """Say on every page what it belongs to."""
        self.set_font(FACE, size=TITLE)
        title = self.sheet.title if self.laid is None else f"{self.sheet.title} · {self.laid.title}"
        self.cell(0, 9, title, new_x="LMARGIN", new_y="NEXT")
        self.set_font(FACE, size=BODY)
        self.multi_cell(0, 5, self._head, new_x="LMARGIN", new_y="NEXT")
        self.ln(2)
        if self.laid is not None:
            self._headings(self.laid)

    def footer(self) -> None:
        """Number the pages."""
        self.set_y(-FOOT + 3)
        self.set_font(FACE, size=BODY)
        page = self.sheet.page.format(page=self.page_no(), pages=self.str_alias_nb_pages)
        self.cell(0, 5, page, align="C")

    def lay(self, table: Table) -> None:
        """Draw a table from the top of a new page."""
        self.laid = table
        self.add_page()
        widths = self._widths(table)
        for row in table.rows:
            for text, column, width in zip(row, table.columns, widths, strict=True):
                self.cell(width, ROW, self._fit(text, width), border=1, align=_align(column))
            self.ln(ROW)

    def leave_room(self) -> None:
        """Leave room for who counted and who watched."""
        self.ln(ROW)
        self.cell(0, ROW, self.sheet.sign)

    @cached_property
    def _head(self) -> str:
        return "　　".join(f"{label}：{value}" for label, value in self.sheet.head)

    def _headings(self, table: Table) -> None:
        self.set_font(FACE, size=HEAD)
        self.set_fill_color(*GREY)
        for column, width in zip(table.columns, self._widths(table), strict=True):
            heading = self._fit(column.heading, width)
            self.cell(width, ROW, heading, border=1, align=_align(column), fill=True)
        self.ln(ROW)
        self.set_font(FACE, size=BODY)

    def _widths(self, table: Table) -> list[float]:
        share = self.epw / sum(column.width for column in table.columns)
        return [column.width * share for column in table.columns]

    def _fit(self, text: str, width: float) -> str:
        """Return as much of a text as its cell has room for, on one line."""
        line = " ".join(text.split())
        if self.get_string_width(line) <= width - PAD:
            return line
        while line and self.get_string_width(f"{line}…") > width - PAD:
            line = line[:-1]
        return f"{line}…"


def _align(column: Column) -> str:
    return "L" if column.cells is Cells.TEXT else "R"
