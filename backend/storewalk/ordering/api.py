"""What other rooms may use of ordering."""

from storewalk.ordering.permissions import EDIT_CALENDAR
from storewalk.ordering.service.signal_days import DayLine, give_out_days, take_in_days
from storewalk.ordering.signal_models import DayKind

__all__ = ["EDIT_CALENDAR", "DayKind", "DayLine", "give_out_days", "take_in_days"]
