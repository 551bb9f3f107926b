"""Who tells what is coming, who plans promotions, and who keeps the calendar."""

from storewalk.core.access import Permission

READ_SIGNALS = Permission("ordering.read_signals", roles=("manager", "clerk", "regional", "buyer"))
ENTER_SIGNAL = Permission("ordering.enter_signal", roles=("manager", "regional", "buyer"))
# The calendar is the whole chain's.
EDIT_CALENDAR = Permission("ordering.edit_calendar", roles=("buyer",))

READ_PROMOTIONS = Permission("ordering.read_promotions", roles=("manager", "clerk", "regional", "buyer", "finance"))
PLAN_PROMOTION = Permission("ordering.plan_promotion", roles=("buyer",))
