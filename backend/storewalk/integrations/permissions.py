"""Who may bring sheets in and take them out; what is in them is narrowed by scope as everywhere."""

from storewalk.core.access import Permission, Role

IMPORT_STORES = Permission("integrations.import_stores")
IMPORT_PRODUCTS = Permission("integrations.import_products", roles=(Role.BUYER.value,))
# Each keeps those of sheets that they may bring in: the buyer of products, the regional manager of checklists.
KEEP_MAPPINGS = Permission("integrations.keep_mappings", roles=(Role.BUYER.value, Role.REGIONAL.value))
MANAGE_MAPPINGS = Permission("integrations.manage_mappings")
IMPORT_PEOPLE = Permission("integrations.import_people")
EXPORT_STORES = Permission(
    "integrations.export_stores",
    roles=(Role.REGIONAL.value, Role.INSPECTOR.value, Role.BUYER.value, Role.FINANCE.value, Role.HR.value),
)
EXPORT_PRODUCTS = Permission(
    "integrations.export_products", roles=(Role.REGIONAL.value, Role.BUYER.value, Role.FINANCE.value)
)
EXPORT_PEOPLE = Permission("integrations.export_people", roles=(Role.HR.value,))
EXPORT_STOCK = Permission(
    "integrations.export_stock", roles=(Role.REGIONAL.value, Role.BUYER.value, Role.FINANCE.value)
)
EXPORT_SUPPLY = Permission("integrations.export_supply", roles=(Role.BUYER.value, Role.FINANCE.value))
EXPORT_ORDERS = Permission(
    "integrations.export_orders", roles=(Role.REGIONAL.value, Role.BUYER.value, Role.FINANCE.value)
)
EXPORT_RESULTS = Permission(
    "integrations.export_results", roles=(Role.REGIONAL.value, Role.BUYER.value, Role.FINANCE.value)
)
EXPORT_AVAILABILITY = Permission("integrations.export_availability", roles=(Role.REGIONAL.value, Role.BUYER.value))
EXPORT_VISITS = Permission("integrations.export_visits", roles=(Role.REGIONAL.value,))
