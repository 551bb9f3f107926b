"""Who may add, see, share and keep photos. A row names the permission that opens it; `READ` is the ordinary one."""

from storewalk.core.access import Permission

UPLOAD = Permission("photos.upload", roles=("inspector", "manager", "regional", "clerk"))
# Buyers answer claims, for which photos are the evidence.
READ = Permission("photos.read", roles=("inspector", "manager", "regional", "clerk", "buyer"))
SHARE = Permission("photos.share", roles=("inspector", "manager", "regional"))
KEEP = Permission("photos.keep")
"""How long photos are kept, and which were refused: head office's."""
