"""How somebody came to a store, on the wire; and what an organization says of visits."""

from typing import Annotated

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.inspections.check_in import CheckInFlag, CheckInReason, CheckInWay
from storewalk.stores.api import CodeVerdict


class CheckInForm(Input):
    """What somebody adds to a position that does not do: the code on the store's poster, as scanned, and why.

    None of it is demanded and no code is refused, so that no visit that began without signal is lost.
    """

    code: Annotated[str, Meta(max_length=500)] | None = None
    reason: CheckInReason | None = None
    note: Annotated[str, Meta(max_length=300)] = ""


class CheckInOut(Output):
    """How a visit began at its store, `distance_m` from it where that is known, give or take `accuracy_m`.

    Without a flag, the position was within `near_m`. `code` is what a scanned code was.
    """

    way: CheckInWay
    flag: CheckInFlag | None
    distance_m: int | None
    accuracy_m: float | None
    near_m: int
    code: CodeVerdict | None
    reason: CheckInReason | None
    note: str


class InspectionRuleOut(Output):
    """What the organization says of its visits: how many fill a day of one person, how near is at the store."""

    visits_a_day: int
    near_m: int


class SetInspectionRule(Input):
    """What the organization says of its visits, as it shall be."""

    visits_a_day: Annotated[int, Meta(ge=1, le=50)]
    near_m: Annotated[int, Meta(ge=20, le=5000)]
