"""Who sees what the book says, and who takes goods in by hand."""

from storewalk.core.access import Permission

READ = Permission("stock.read", roles=("manager", "regional", "buyer", "finance"))
RECEIVE = Permission("stock.receive", roles=("manager", "buyer"))
SEE_WHILE_COUNTED = Permission("stock.see_while_counted", roles=("regional", "buyer", "finance"))
SET_RULE = Permission("stock.set_rule")
