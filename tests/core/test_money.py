"""Money is whole cents, read from what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.core.money import format_cents, parse_cents


@pytest.mark.parametrize(
    ("text", "cents"), [("12.5", 1250), (" 12.50 ", 1250), ("1,234.5", 123450), ("0", 0), ("-0.01", -1)]
)
def test_an_amount_becomes_cents(text: str, cents: int) -> None:
    assert parse_cents(text) == cents


@pytest.mark.parametrize("text", ["", "ten", "1.005", "0." + "0" * 40 + "1", "NaN", "Infinity"])
def test_what_is_no_amount_of_money_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_cents(text)


@pytest.mark.parametrize("text", ["1e13", "1e1000000", "-1e1000000", "1e-1000000", "9" * 5000])
def test_what_is_too_much_or_too_fine_for_a_ledger_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_cents(text)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_cents_written_and_read_are_the_same_cents(cents: int) -> None:
    assert parse_cents(format_cents(cents)) == cents
