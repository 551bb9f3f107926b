"""What a count must say, from the rule of counting: each line holds for its own time, whenever anything arrives.

A line is true when it was taken. Lines of a place add up and are true at the last of them; a product that was counted
at one place only was counted for the whole store. What lay there by the book is every fact from up to then: the
difference is the variance, and what happened since happens to what was counted. Where a product was counted again, only
the recount speaks.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

SHELF, BACK = "shelf", "back_room"
ZONES: Mapping[str, str] = {"卖场": SHELF, "端架": SHELF, "后仓": BACK}
"""Where the zones of the count lie."""


class Kind(StrEnum):
    """What happens to goods while they are counted; customers come to the shelf."""

    RECEIPT = "receipt"
    SALE = "sale"
    RETURN = "return"
    REFILL = "refill"
    WASTE = "waste"


@dataclass(frozen=True)
class Fact:
    """Something that happened at a minute; `place` is where goods were put, or brought to."""

    kind: Kind
    quantity: int
    minute: int
    place: str = SHELF

    def at(self, place: str) -> int:
        """Return by how much it changes what lies at a place."""
        match self.kind:
            case Kind.RECEIPT:
                return self.quantity if place == self.place else 0
            case Kind.RETURN:
                return self.quantity if place == SHELF else 0
            case Kind.REFILL:
                return self.quantity if place == self.place else -self.quantity
            case Kind.SALE | Kind.WASTE:
                return -self.quantity if place == SHELF else 0


@dataclass(frozen=True)
class Line:
    """What was counted in a zone, half a minute after a minute; `round` 2 is the recount."""

    zone: str
    quantity: int
    minute: int
    round: int = 1

    @property
    def place(self) -> str:
        return ZONES[self.zone]


@dataclass(frozen=True)
class Said:
    """What a count says of a product, and what the book has afterwards."""

    counted: int | None
    variance: int
    between: int
    book: int


def change(facts: Iterable[Fact], places: Collection[str], after: float, until: float = float("inf")) -> int:
    """Return by how much facts change what lies at places between two times."""
    return sum(fact.at(place) for fact in facts for place in places if after < fact.minute <= until)


def said(opening: Mapping[str, int], facts: Sequence[Fact], lines: Sequence[Line]) -> Said:
    """Return what a count with these lines says, when these facts are known."""
    deciding = [line for line in lines if line.round == max(each.round for each in lines)]
    places = {line.place for line in deciding}
    counted = expected = between = since = 0
    for place in places:
        minutes = [line.minute + 0.5 for line in deciding if line.place == place]
        meant = [place] if len(places) > 1 else [SHELF, BACK]
        counted += sum(line.quantity for line in deciding if line.place == place)
        expected += sum(opening[each] for each in meant) + change(facts, meant, -1, max(minutes))
        between += change(facts, meant, min(minutes), max(minutes))
        since += change(facts, meant, max(minutes))
    return Said(counted, counted - expected, between, counted + since)


def unseen(opening: Mapping[str, int], facts: Sequence[Fact], submitted: float, *, gone: bool) -> Said:
    """Return the same of what nobody counted: gone when the count was submitted, or as the book has it."""
    everywhere = [SHELF, BACK]
    if not gone:
        return Said(None, 0, 0, sum(opening.values()) + change(facts, everywhere, -1))
    expected = sum(opening.values()) + change(facts, everywhere, -1, submitted)
    return Said(None, -expected, 0, change(facts, everywhere, submitted))
