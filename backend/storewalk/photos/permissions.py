"""Who may add photos and look at them. A photo row names the permission that opens it; `READ` is the ordinary one."""

from storewalk.core.access import Permission

UPLOAD = Permission("photos.upload", roles=("inspector", "manager", "regional", "clerk"))
READ = Permission("photos.read", roles=("inspector", "manager", "regional", "clerk"))
