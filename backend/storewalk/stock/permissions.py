"""Who sees what the book says, and who takes goods in by hand."""

from storewalk.core.access import Permission

READ = Permission("stock.read", roles=("manager", "regional", "buyer", "finance"))
RECEIVE = Permission("stock.receive", roles=("manager", "buyer"))
SET_RULE = Permission("stock.set_rule")
