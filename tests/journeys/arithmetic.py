"""The sum that a suggestion shows on the screen, worked out again."""

from decimal import Decimal
from re import compile as pattern

TERM = pattern(r"([+−]?)[^\d+−]*?(\d[\d.]*)")


def adds_up(shown: str, arithmetic: dict[str, str], quantity: Decimal) -> bool:
    """Tell whether a sum like `预测 31 + 安全 6 − 现有 9 = 28 · 整件 +2 = 30` holds, in the suggestion's numbers."""
    needs, rest = (terms(part) for part in shown.split(" = ", 1))
    wanted, changes, total = rest[0], rest[1:-1], rest[-1]
    order = (("expected", 1), ("safety", 1), ("display", 1), ("stock", -1), ("spoils", 1), ("onOrder", -1))
    same = [each for each in needs if each] == [n * way for name, way in order if (n := Decimal(arithmetic[name]))]
    return same and wanted == max(sum(needs), Decimal(0)) and wanted + sum(changes) == total == quantity


def terms(text: str) -> list[Decimal]:
    """Return the numbers of a sum with their signs."""
    return [Decimal(size) * (-1 if sign == "−" else 1) for sign, size in TERM.findall(text)]
