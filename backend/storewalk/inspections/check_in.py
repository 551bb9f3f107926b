"""How somebody came to a store: what a phone's position, or the code on the store's poster, says of it."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from storewalk.stores.api import CodeVerdict, Position, distance_m

NEAR_M: Final = 200
"""How far from the store's position somebody is still at the store, until an organization says otherwise.

Positions of stores are often picked on a map at the building's entrance or middle, and a phone between high houses
drifts by some tens of metres; the next street is farther away.
"""


class CheckInWay(StrEnum):
    """What shows that somebody is at the store: their position, the store's code, or neither."""

    POSITION = "position"
    STORE_CODE = "storeCode"
    NEITHER = "neither"


class CheckInFlag(StrEnum):
    """Why a position shows nothing: too far, too vague, none at all, or the store's own is not known."""

    FAR = "far"
    VAGUE = "vague"
    NO_FIX = "noFix"
    STORE_UNPLACED = "storeUnplaced"


class CheckInReason(StrEnum):
    """What somebody says of why their position does not do."""

    INDOORS = "indoors"
    REFUSED = "refused"
    STORE_ELSEWHERE = "storeElsewhere"
    OTHER = "other"


class CheckInLook(StrEnum):
    """Which check-ins a list of visits keeps: any flagged, one flag or way of them, or those that gave a reason."""

    FLAGGED = "flagged"
    FAR = "far"
    STORE_CODE = "storeCode"
    NEITHER = "neither"
    REASONED = "reasoned"


class Judged(Struct, frozen=True):
    """What a check-in comes to; without a flag the position alone is enough."""

    way: CheckInWay
    flag: CheckInFlag | None
    distance_m: int | None


def judge(
    fix: Position | None, accuracy_m: float | None, store: Position | None, near_m: int, code: CodeVerdict | None
) -> Judged:
    """Judge a check-in; none is refused, since whoever stands in a cellar has come all the same.

    A position is at the store when it may be within `near_m` of it, give or take its accuracy. One that is vaguer than
    `near_m` itself says too little, unless it is far away even so.
    """
    vague_m = accuracy_m or 0.0
    metres = None if fix is None or store is None else distance_m(fix, store)
    if fix is None:
        flag = CheckInFlag.NO_FIX
    elif metres is None:
        flag = CheckInFlag.STORE_UNPLACED
    elif metres > near_m + vague_m:
        flag = CheckInFlag.FAR
    else:
        flag = CheckInFlag.VAGUE if vague_m > near_m else None
    by_code = CheckInWay.STORE_CODE if code is CodeVerdict.VALID else CheckInWay.NEITHER
    return Judged(
        way=CheckInWay.POSITION if flag is None else by_code,
        flag=flag,
        distance_m=None if metres is None else round(metres),
    )
