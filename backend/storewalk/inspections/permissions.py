"""Who may see, walk and plan visits, and who writes the checklists."""

from storewalk.core.access import Permission

READ = Permission("inspections.read", roles=("inspector", "manager", "regional"))
CONDUCT = Permission("inspections.conduct", roles=("inspector", "regional"))
PLAN = Permission("inspections.plan", roles=("regional",))
MANAGE_TEMPLATES = Permission("templates.manage", roles=("regional",))
