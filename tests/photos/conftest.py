"""A phone in the hand of the region's inspector, and short words for what tests look at."""

from collections.abc import Awaitable, Callable

import pytest

from storewalk.core.platform import Platform
from tests.factories.given import LogIn
from tests.factories.organization import Org
from tests.factories.photos import Phone

Kinds = Callable[[str], Awaitable[list[str]]]


@pytest.fixture
async def phone(client: LogIn) -> Phone:
    """The inspector's phone; she may work in stores A1 and A2."""
    return Phone(await client("inspector"))


@pytest.fixture
def kinds(platform: Platform, org: Org) -> Kinds:
    """`await kinds(photo_id)`: the kinds of a photo's events, in order."""

    async def read(photo_id: str) -> list[str]:
        async with platform.transaction(org.system) as tx:
            rows = await tx.fetch(
                "SELECT kind FROM event WHERE org_id = $1 AND subject_id = $2 ORDER BY recorded_at, id",
                org.id,
                photo_id,
            )
        return [row["kind"] for row in rows]

    return read
