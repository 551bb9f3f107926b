"""Who plans, takes, reviews and approves counts. Those who count never see the book before they have submitted."""

from storewalk.core.access import Permission

READ = Permission("counts.read", roles=("manager", "clerk", "regional", "finance", "buyer"))
PLAN = Permission("counts.plan", roles=("regional", "buyer"))
OPEN = Permission("counts.open", roles=("manager", "regional"))
TAKE = Permission("counts.take", roles=("manager", "clerk", "regional"))
REVIEW = Permission("counts.review", roles=("manager", "regional", "finance"))
APPROVE = Permission("counts.approve", roles=("regional", "finance"))
APPROVE_ANY = Permission("counts.approve_any", roles=("finance",))
SET_RULE = Permission("counts.set_rule")
