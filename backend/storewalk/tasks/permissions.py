"""Who sees tasks, who opens and answers them, who confirms, hands over, puts off, and hears of what is late."""

from storewalk.core.access import Permission

AROUND_STORE = ("inspector", "manager", "clerk", "regional")

READ = Permission("tasks.read", roles=AROUND_STORE)
OPEN = Permission("tasks.open", roles=("inspector", "manager", "regional"))
RESPOND = Permission("tasks.respond", roles=("manager", "clerk"))
VERIFY = Permission("tasks.verify", roles=("inspector", "regional"))
ASSIGN = Permission("tasks.assign", roles=("manager", "regional"))
RESCHEDULE = Permission("tasks.reschedule", roles=("regional",))
BLOCK = Permission("tasks.block", roles=("manager", "clerk"))
UNBLOCK = Permission("tasks.unblock", roles=("manager", "clerk", "regional"))
COMMENT = Permission("tasks.comment", roles=AROUND_STORE)
OVERSEE = Permission("tasks.oversee", roles=("regional",))
GOVERN = Permission("tasks.govern")
