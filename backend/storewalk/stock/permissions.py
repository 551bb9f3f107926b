"""Who sees what the book says, takes goods in by hand, throws them away, and sends them to other stores."""

from storewalk.core.access import Permission

READ = Permission("stock.read", roles=("manager", "regional", "buyer", "finance"))
RECEIVE = Permission("stock.receive", roles=("manager", "buyer"))
EDIT_PLACES = Permission("stock.edit_places", roles=("buyer",))
RELOCATE = Permission("stock.relocate", roles=("manager", "buyer"))
HANDLE_LOTS = Permission("stock.handle_lots", roles=("manager", "clerk"))
REPORT_WASTE = Permission("stock.report_waste", roles=("manager", "clerk"))
READ_WASTE = Permission("stock.read_waste", roles=("manager", "clerk", "inspector", "regional", "buyer", "finance"))
APPROVE_WASTE = Permission("stock.approve_waste", roles=("regional", "finance"))
SEE_WHILE_COUNTED = Permission("stock.see_while_counted", roles=("regional", "buyer", "finance"))
RECALL = Permission("stock.recall", roles=("buyer",))
# Not for who counts: it says what stores have while they count it.
READ_RECALLS = Permission("stock.read_recalls", roles=("regional", "buyer", "finance"))
SET_RULE = Permission("stock.set_rule")
READ_TRANSFERS = Permission("stock.read_transfers", roles=("manager", "clerk", "regional", "buyer", "finance"))
REQUEST_TRANSFER = Permission("stock.request_transfer", roles=("manager", "regional", "buyer"))
APPROVE_TRANSFER = Permission("stock.approve_transfer", roles=("regional", "buyer"))
HAND_OVER = Permission("stock.hand_over", roles=("manager", "clerk"))
