"""Who sees tasks, who answers them, who confirms, who hands them over."""

from storewalk.core.access import Permission

READ = Permission("tasks.read", roles=("inspector", "manager", "clerk", "regional"))
RESPOND = Permission("tasks.respond", roles=("manager", "clerk"))
VERIFY = Permission("tasks.verify", roles=("inspector", "regional"))
ASSIGN = Permission("tasks.assign", roles=("manager", "regional"))
OVERSEE = Permission("tasks.oversee", roles=("regional",))
