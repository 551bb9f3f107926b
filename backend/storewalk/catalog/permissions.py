"""What people may do with the catalogue, which is the whole chain's."""

from storewalk.core.access import Permission, Role

READ = Permission("catalog.read", roles=tuple(role.value for role in Role))
EDIT = Permission("catalog.edit", roles=(Role.BUYER.value,))
