"""Who tells what is coming, who plans promotions, and who keeps the calendar."""

from storewalk.core.access import Permission

READ_SIGNALS = Permission("ordering.read_signals", roles=("manager", "clerk", "regional", "buyer"))
ENTER_SIGNAL = Permission("ordering.enter_signal", roles=("manager", "regional", "buyer"))
# The calendar is the whole chain's.
EDIT_CALENDAR = Permission("ordering.edit_calendar", roles=("buyer",))

READ_PROMOTIONS = Permission("ordering.read_promotions", roles=("manager", "clerk", "regional", "buyer", "finance"))
PLAN_PROMOTION = Permission("ordering.plan_promotion", roles=("buyer",))

READ_SUPPLY = Permission("ordering.read_supply", roles=("manager", "regional", "buyer", "finance"))
EDIT_SUPPLY = Permission("ordering.edit_supply", roles=("buyer",))
EDIT_TERMS = Permission("ordering.edit_terms", roles=("regional", "buyer"))
"""What differs at a store: what it carries and must order, how little and how much of it."""

# The phone's: what a store is advised to order today, and having that computed anew.
READ_SUGGESTIONS = Permission("ordering.read_suggestions", roles=("manager", "clerk", "regional", "buyer"))
PLAN_STORE = Permission("ordering.plan_store", roles=("manager", "regional", "buyer"))

# Transfers that are suggested between stores: who asks for one, or says why not.
DECIDE_REBALANCE = Permission("ordering.decide_rebalance", roles=("manager", "regional", "buyer"))

# Orders: who places them for a store, who approves those that the rules do not let pass, who makes the rules.
READ_ORDERS = Permission("ordering.read_orders", roles=("manager", "clerk", "regional", "buyer", "finance"))
PLACE_ORDER = Permission("ordering.place_order", roles=("manager", "clerk"))
CANCEL_ORDER = Permission("ordering.cancel_order", roles=("manager", "regional", "buyer"))
APPROVE_ORDER = Permission("ordering.approve_order", roles=("manager", "regional", "buyer"))
SET_ORDER_RULES = Permission("ordering.set_order_rules")

# After the approval: who answers for a warehouse as a source (for a supplier whoever keeps it, `EDIT_SUPPLY`), and who
# takes goods in at a store.
FULFIL_ORDER = Permission("ordering.fulfil_order", roles=("manager", "clerk", "buyer"))
RECEIVE_ORDER = Permission("ordering.receive_order", roles=("manager", "clerk"))

# What is ordered of suppliers: who sees it, and who sends it.
READ_PURCHASES = Permission("ordering.read_purchases", roles=("regional", "buyer", "finance"))
SEND_PURCHASE = Permission("ordering.send_purchase", roles=("buyer",))
