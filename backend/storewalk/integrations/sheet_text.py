"""CSV as spreadsheets write and read it: Chinese, leading zeros, and nothing that runs.

Out: UTF-8 with a byte-order mark, or Excel takes it for GBK. A text that begins like a formula gets an apostrophe in
front (OWASP, "CSV Injection": = + - @ tab CR LF and the full-width = + - @), and the reader takes it off again. A text
that Excel would turn into a number or a date (00123, 6901234567892, 3E5) gets a tab in front, which it does not show.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
RUNS = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
QUOTED_RUN = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
LIKE_A_NUMBER = re.compile(r"[0-9][0-9.,:/eE\-]*")
PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,10}")


def write_sheet(rows: Iterable[Sequence[str]]) -> str:
    """Write rows of cells that `text_cell` or `number_cell` made."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def read_sheet(text: str) -> list[tuple[int, list[str]]]:
    """Read the rows that hold something, each with its number as a spreadsheet counts it.

    Raises ValueError for text that is no CSV.
    """
    reader = csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True)
    try:
        rows = [[read_cell(cell) for cell in row] for row in reader]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return [(number, row) for number, row in enumerate(rows, start=1) if any(row)]


def text_cell(text: str) -> str:
    """Make a cell of a text that people wrote."""
    if RUNS.match(text):
        return f"'{text}"
    if LIKE_A_NUMBER.fullmatch(text) and not PLAIN_NUMBER.fullmatch(text):
        return f"\t{text}"
    return text


def read_cell(cell: str) -> str:
    """Take off what `text_cell` put on, and blanks around."""
    text = cell.strip()
    return text[1:] if QUOTED_RUN.match(text) else text
