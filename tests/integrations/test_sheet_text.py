"""What goes into a cell comes out again, and nothing in a cell runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.integrations.sheet_text import read_cell, read_sheet, text_cell, write_sheet

FORMULAS = ["=1+1", "+86", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "\uff1dHYPERLINK(1)", "\uff20now"]
STARTERS = ("=", "+", "-", "@", "\t=", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe_in_front(text: str) -> None:
    assert text_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["00123", "6901234567892", "3E5", "1-2", "0.50", "2026/03/10"])
def test_what_excel_would_turn_into_a_number_or_date_is_kept_a_text(text: str) -> None:
    assert text_cell(text) == f"\t{text}"
    assert read_cell(text_cell(text)) == text


@pytest.mark.parametrize("text", ["1001", "0", "A-12", "可口可乐", "a=b"])
def test_plain_texts_and_numbers_stay_as_they_are(text: str) -> None:
    assert text_cell(text) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_any_text_is_harmless_in_a_cell_and_comes_back(text: str) -> None:
    cell = text_cell(text.strip())
    assert not cell.startswith(STARTERS)
    assert read_cell(cell) == text.strip()


def test_a_sheet_opens_in_excel_as_utf_8_and_comes_back() -> None:
    rows = [["门店编码", "名称"], ["\t001", '带"引号", 逗号\n和换行'], ["A2", "'=1+1"]]
    text = write_sheet(rows)
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(text[1:], newline=""))) == rows
    assert read_sheet(text)[1:] == [(2, ["001", '带"引号", 逗号\n和换行']), (3, ["A2", "=1+1"])]


def test_blank_rows_count_as_a_spreadsheet_counts_them() -> None:
    assert read_sheet("code\r\n\r\nA1\r\n,,\r\nA2") == [(1, ["code"]), (3, ["A1"]), (5, ["A2"])]


def test_an_open_quote_is_no_csv() -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_sheet('code\r\n"A1')
