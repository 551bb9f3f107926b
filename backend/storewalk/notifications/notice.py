"""What other rooms hand to the inbox."""

from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.schemas import Words

TEST_KIND: Final = "test"


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What one fact tells people; with nobody to tell, it is told to nobody.

    `link` is a path of the phone's app. `store_id` says what it is about, so that only phones around that store hear.
    What `gathers` takes the place of an unread entry of its kind that leads to the same: nobody is told again.
    """

    account_ids: tuple[UUID, ...]
    kind: str
    title: Words
    body: Words
    link: str
    urgent: bool = False
    store_id: UUID | None = None
    gathers: bool = False
