"""The steps of a count on the wire, from the end of a round to the approval."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input


class SubmitCount(Input):
    """The end of a round, by its number: one that a colleague has ended already is not ended twice.

    `lines` is how many lines the sender's device has in it: all of them must have arrived.
    """

    lines: Annotated[int, Meta(ge=0)] | None = None
    round: Annotated[int, Meta(ge=1, le=2)] | None = None


class AskRecount(Input):
    """Products that somebody else shall count again."""

    product_ids: Annotated[list[UUID], Meta(min_length=1, max_length=5000)]
    if_version: int


class ApproveCount(Input):
    """Approve a count as its approver saw it."""

    if_version: int


class CancelCount(Input):
    """Give a count up."""

    reason: Annotated[str, Meta(min_length=1, max_length=500)]
    if_version: int
