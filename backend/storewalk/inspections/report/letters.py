"""Texts as the shipped font can draw them: set in lines, and nothing that would come out as an empty box."""

import unicodedata
from collections.abc import Callable, Collection
from typing import Final

NOT_FIRST: Final = frozenset("，。、；：？！）】》”’…·,.;:?!)]}%")
"""What does not begin a line."""
SAME: Final = {"•": "·", "▼": "▽", "✓": "√", "✔": "√", "✗": "×", "✘": "×", "♥": "❤", "⚠": "!", "﹣": "-"}
SILENT: Final = frozenset({"Cf", "Cc", "Mn", "Me"})

Measure = Callable[[str], float]


def drawable(text: str, known: Collection[int]) -> str:
    """Return a text with what the font lacks written in another way.

    A character's plain form stands for it where the font has that (㎡ is m2); a picture is called by its name, and any
    other character by its number, so that the reader can look it up.
    """
    if all(ord(letter) in known for letter in text):
        return text
    return "".join(_drawable(letter, known) for letter in text)


def _drawable(letter: str, known: Collection[int]) -> str:
    if ord(letter) in known:
        return letter
    for plain in (SAME.get(letter, ""), unicodedata.normalize("NFKC", letter)):
        if plain and all(ord(each) in known for each in plain):
            return plain
    kind = unicodedata.category(letter)
    if kind in SILENT:
        return " " if letter in "\n\t" else ""
    name = unicodedata.name(letter, "")
    if kind == "So" and name:
        return f"[{name.lower()}]"
    return f"[U+{ord(letter):04X}]"


def set_lines(text: str, width: float, measure: Measure, most: int | None = None) -> list[str]:
    """Set a text in lines of a width: between words, in Chinese anywhere, with no mark at a line's beginning.

    Of more than `most` lines the last shown one says that it goes on.
    """
    lines = [line for part in text.splitlines() or [""] for line in _set(part, width, measure)]
    if most is not None and len(lines) > most:
        last = lines[most - 1]
        while last and measure(f"{last}…") > width:
            last = last[:-1]
        return [*lines[: most - 1], f"{last}…"]
    return lines


def _set(text: str, width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if not line or measure(line + word.rstrip()) <= width or (word in NOT_FIRST and len(line) > 1):
            line += word
        else:
            lines.append(line.rstrip())
            line = word.lstrip()
        while measure(line) > width and len(line) > 1 and line[-1] not in NOT_FIRST:
            cut = _fitting(line, width, measure)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()]


def _fitting(line: str, width: float, measure: Measure) -> int:
    cut = len(line) - 1
    while cut > 1 and measure(line[:cut]) > width:
        cut -= 1
    return cut


def _words(text: str) -> list[str]:
    """Split a text where a line may break: after a space, and on both sides of a wide character."""
    found: list[str] = []
    for letter in text:
        wide = unicodedata.east_asian_width(letter) in "WF"
        together = found and not wide and not found[-1].endswith(" ") and len(found[-1]) > 0 and not _wide(found[-1])
        if together:
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _wide(word: str) -> bool:
    return unicodedata.east_asian_width(word[-1]) in "WF"
