"""What people may do with stores."""

from storewalk.core.access import Permission, Role

EVERYONE = tuple(role.value for role in Role)

READ = Permission("stores.read", roles=EVERYONE)
EDIT = Permission("stores.edit")
SHAPE = Permission("stores.shape")
"""Regions and legal entities: the chain's own shape."""
