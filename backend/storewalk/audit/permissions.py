"""Who reads the audit log."""

from typing import Final

from storewalk.core.access import Permission

AUDIT_READ: Final = Permission("audit.read", ("finance",))
