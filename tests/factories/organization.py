"""A fresh organization for a test, made through the rooms' own services."""

from dataclasses import dataclass, field
from uuid import UUID

from argon2 import PasswordHasher

from storewalk.core.access import Actor, Role, system_actor
from storewalk.core.ids import new_id
from storewalk.core.platform import Platform
from storewalk.identity import api as identity
from storewalk.metadata import PERMISSIONS
from tests.factories.stores import found_stores

PASSWORD = "storewalk-test"
AT_STORE = {Role.MANAGER, Role.CLERK}
AT_REGION = {Role.INSPECTOR, Role.REGIONAL}
# Argon2id at its least cost, which a hash tells itself: thousands of tests log in, few are about passwords.
HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@dataclass
class Org:
    """The organization's ids: places by name ("A", "B", "A1", "A2", "B1"), accounts by role."""

    id: UUID
    code: str
    root: UUID
    places: dict[str, UUID] = field(default_factory=dict)
    accounts: dict[str, UUID] = field(default_factory=dict)
    password: str = PASSWORD
    suffix: str = ""

    @property
    def system(self) -> Actor:
        """The actor of background work."""
        return system_actor(self.id)

    def username(self, role: str) -> str:
        """Return the username of the account of a role."""
        return role + self.suffix


async def found_organization(platform: Platform, number: int, *, suffix: str = "") -> Org:
    """Found an organization with two regions, three stores and an account per standard role.

    `suffix` is put to the usernames, so that a person can log in without naming the organization.
    """
    org_id = new_id()
    code = f"test-{number}-{org_id.hex[-6:]}"
    async with platform.transaction(system_actor(org_id)) as tx:
        root = await identity.found(tx, code=code, name=f"测试连锁 {number}", permissions=PERMISSIONS)
        org = Org(org_id, code, root, await found_stores(tx), suffix=suffix)
        for role in Role:
            node = org.places["A1"] if role in AT_STORE else org.places["A"] if role in AT_REGION else root
            form = identity.OpenAccount(
                username=org.username(role), name=f"{role}-{number}", password=PASSWORD,
                grants=[identity.GrantForm(role=role, node_id=node)],
            )  # fmt: skip
            org.accounts[role] = (await identity.open_account(tx, form, HASH)).id
    return org
