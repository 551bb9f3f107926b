"""Who hands sales in (tills, by a token), who reads them, and who says what an unknown code is."""

from storewalk.core.access import Permission

INGEST = Permission("sales.ingest")
READ = Permission("sales.read", roles=("manager", "regional", "finance"))
SEE_PARKED = Permission("sales.see_parked", roles=("manager", "regional", "buyer", "finance"))
NAME_PRODUCT = Permission("sales.name_product", roles=("buyer",))
