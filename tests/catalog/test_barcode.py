"""Barcodes as they are printed on goods."""

import pytest

from storewalk.catalog.barcode import BarcodeKind, gtin, kind_of

GOOD = {
    "96385074": BarcodeKind.EAN_8,
    "036000291452": BarcodeKind.UPC_A,
    "6901234567892": BarcodeKind.EAN_13,
    "6921168509256": BarcodeKind.EAN_13,
    "16901234567899": BarcodeKind.ITF_14,
}


@pytest.mark.parametrize(("code", "kind"), GOOD.items())
def test_printed_codes_are_known_by_their_digits(code: str, kind: BarcodeKind) -> None:
    assert kind_of(code) is kind


@pytest.mark.parametrize("code", GOOD)
def test_a_wrong_check_digit_is_caught(code: str) -> None:
    assert not any(kind_of(f"{code[:-1]}{digit}") for digit in range(10) if str(digit) != code[-1])


@pytest.mark.parametrize("code", ["", "690123456789", "69012345678921", "690123456789X", "６９０１２３４５６７８９２"])
def test_other_lengths_and_characters_are_no_barcode(code: str) -> None:
    assert kind_of(code) is None


def test_a_upc_and_the_ean_that_scanners_make_of_it_are_one_item() -> None:
    assert gtin("036000291452") == gtin("0036000291452") == "00036000291452"
