"""The check character of a unified social credit code catches what people mistype."""

import pytest

from storewalk.core.credit_code import ALPHABET, is_credit_code, with_check_character

# Printed on the public business licences of Tencent, Alibaba (China) and Huawei.
REAL = ["9144030071526726XG", "91330100799655058B", "914403001922038216"]


@pytest.mark.parametrize("code", REAL)
def test_codes_on_real_licences_are_right(code: str) -> None:
    assert is_credit_code(code)


@pytest.mark.parametrize("code", REAL)
def test_every_single_mistyped_character_is_caught(code: str) -> None:
    wrong = {code[:i] + c + code[i + 1 :] for i in range(len(code)) for c in ALPHABET if c != code[i]}
    assert len(wrong) == 18 * 30
    assert not any(is_credit_code(each) for each in wrong)


@pytest.mark.parametrize(
    "code", ["", "9144030071526726X", "9144030071526726XGG", "91440300I1526726XG", "9144030071526726xg"]
)
def test_other_lengths_and_letters_are_wrong(code: str) -> None:
    assert not is_credit_code(code)


def test_a_code_is_completed_with_its_check_character() -> None:
    assert with_check_character("9144030071526726X") == "9144030071526726XG"
