"""Who sees what the book says, and who takes goods in by hand."""

from storewalk.core.access import Permission

READ = Permission("stock.read", roles=("manager", "regional", "buyer", "finance"))
RECEIVE = Permission("stock.receive", roles=("manager", "buyer"))
HANDLE_LOTS = Permission("stock.handle_lots", roles=("manager", "clerk"))
REPORT_WASTE = Permission("stock.report_waste", roles=("manager", "clerk"))
READ_WASTE = Permission("stock.read_waste", roles=("manager", "clerk", "regional", "buyer", "finance"))
APPROVE_WASTE = Permission("stock.approve_waste", roles=("regional", "finance"))
SEE_WHILE_COUNTED = Permission("stock.see_while_counted", roles=("regional", "buyer", "finance"))
SET_RULE = Permission("stock.set_rule")
