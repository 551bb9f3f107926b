"""Who sees the chain's figures, each for the stores in their scope."""

from storewalk.core.access import Permission, Role

OVERVIEW_READ = Permission(
    "overview.read",
    roles=(Role.INSPECTOR.value, Role.REGIONAL.value, Role.BUYER.value, Role.FINANCE.value, Role.HR.value),
)
AVAILABILITY_READ = Permission(
    "availability.read",
    roles=(Role.INSPECTOR.value, Role.MANAGER.value, Role.REGIONAL.value, Role.BUYER.value),
)
# How ordering went: the manager looks at the own store, the others at theirs or the chain.
RESULTS_READ = Permission(
    "results.read",
    roles=(Role.MANAGER.value, Role.REGIONAL.value, Role.BUYER.value, Role.FINANCE.value),
)
# What visits found: the manager looks at the own store, the others at theirs.
SCORES_READ = Permission(
    "scores.read",
    roles=(Role.INSPECTOR.value, Role.MANAGER.value, Role.REGIONAL.value),
)
# What a store's health is made of is the organization's to say.
SET_HEALTH_RULE = Permission("scores.set_rule")
# Who walks stores reads up on one before going in; the store is not to know that somebody does.
ARRIVALS_READ = Permission("arrivals.read", roles=(Role.INSPECTOR.value, Role.REGIONAL.value))
# How inspectors go about it is for those above them.
INSPECTORS_READ = Permission("inspectors.read", roles=(Role.REGIONAL.value,))
