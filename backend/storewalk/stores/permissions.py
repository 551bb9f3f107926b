"""What people may do with stores."""

from storewalk.core.access import Permission, Role

EVERYONE = tuple(role.value for role in Role)

READ = Permission("stores.read", roles=EVERYONE)
EDIT = Permission("stores.edit")
# Whoever visits stores does not print their codes: somebody of the store hangs the poster up.
SHOW_CODE = Permission("stores.show_code", roles=(Role.MANAGER.value,))
SHAPE = Permission("stores.shape")
"""Regions and legal entities: the chain's own shape."""
