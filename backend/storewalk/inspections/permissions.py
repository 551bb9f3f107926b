"""Who may see, walk and plan visits, and who writes the checklists."""

from storewalk.core.access import Permission

READ = Permission("inspections.read", roles=("inspector", "manager", "regional", "clerk"))
# Below it, an inspector's visit asks for CONDUCT at the store, and the store's own check for no more.
ANSWER = Permission("inspections.answer", roles=("inspector", "manager", "regional", "clerk"))
CONDUCT = Permission("inspections.conduct", roles=("inspector", "regional"))
PLAN = Permission("inspections.plan", roles=("regional",))
SET_RULE = Permission("inspections.set_rule")
MANAGE_TEMPLATES = Permission("templates.manage", roles=("regional",))
# The store's own word on a visit, and who decides where it does not agree with a finding.
SIGN = Permission("inspections.sign", roles=("manager",))
DECIDE = Permission("inspections.decide", roles=("regional",))
# A report leaves the chain, so whoever takes it must also be one who may share photos.
REPORT = Permission("inspections.report", roles=("inspector", "manager", "regional"))
REVIEW = Permission("inspections.review", roles=("regional",))
