"""A visit as the list of visits shows it."""

from storewalk.inspections.check_in import CheckInFlag, CheckInReason, CheckInWay
from storewalk.inspections.schemas.visits import VisitItem


class ListedVisit(VisitItem):
    """A visit in a list, and how it began at its store; without a flag its position was near enough.

    `check_in_distance_m` is how far away from the store that was, in metres. All are null before the visit begins.
    """

    check_in_way: CheckInWay | None
    check_in_flag: CheckInFlag | None
    check_in_distance_m: int | None
    check_in_reason: CheckInReason | None
