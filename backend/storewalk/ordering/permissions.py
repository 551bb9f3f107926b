"""Who tells what is coming, and who keeps the calendar."""

from storewalk.core.access import Permission

READ_SIGNALS = Permission("ordering.read_signals", roles=("manager", "clerk", "regional", "buyer"))
ENTER_SIGNAL = Permission("ordering.enter_signal", roles=("manager", "regional", "buyer"))
# The calendar is the whole chain's.
EDIT_CALENDAR = Permission("ordering.edit_calendar", roles=("buyer",))
