"""The letters a buyer types to find a Chinese name."""

import pytest

from storewalk.core.pinyin import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("可口可乐 330ml", "kkkl330ml"),
        ("蒙牛纯牛奶250ml", "mncnn250ml"),
        ("农夫山泉", "nfsq"),
        ("蚝油", "hy"),
        ("鑫荣懋榴莲", "xrmll"),
        ("Oreo 奥利奥", "oreoala"),
        ("（特价）红牛", "tjhn"),
        ("𠮷野家", "yj"),
    ],
)
def test_initials_of_names_on_shelves(name: str, letters: str) -> None:
    assert initials(name) == letters
