"""What happens to schedules, covers and the rule. `subject_id` is the schedule's, the cover's or the organization's."""

from datetime import date
from uuid import UUID

from storewalk.core.events import Event


class ScheduleAdded(Event, kind="inspections.schedule_added"):
    """Visits are planned again and again from now on."""

    name: str


class ScheduleChanged(Event, kind="inspections.schedule_changed"):
    """A schedule says something else; of the visits not begun, some fit no more and are called off."""

    withdrawn: int
    changed: int


class SchedulePaused(Event, kind="inspections.schedule_paused"):
    """A schedule makes no visits for the time being; those not begun are called off."""

    withdrawn: int


class ScheduleResumed(Event, kind="inspections.schedule_resumed"):
    """A schedule makes visits again."""


class VisitsPlanned(Event, kind="inspections.visits_planned"):
    """A schedule made the visits up to a day."""

    visits: int
    until: date


class CoverSet(Event, kind="inspections.cover_set"):
    """Somebody is away, and a colleague makes their visits; `visits` were planned already."""

    absent_id: UUID
    cover_id: UUID
    first_day: date
    last_day: date
    visits: int


class CoverEnded(Event, kind="inspections.cover_ended"):
    """Somebody is back before the day; the visits not begun are theirs again."""

    absent_id: UUID
    cover_id: UUID
    visits: int


class RuleSet(Event, kind="inspections.rule_set"):
    """What the organization says of its visits: how many fill a day of one person, how near is at the store."""

    visits_a_day: int
    near_m: int
