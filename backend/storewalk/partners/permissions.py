"""Who sees and keeps the companies that the chain buys from."""

from storewalk.core.access import Permission

READ = Permission("partners.read", roles=("regional", "buyer", "finance"))
EDIT = Permission("partners.edit", roles=("buyer",))
