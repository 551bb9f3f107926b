"""Channels, their rules and people's reach on the wire."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.notifications.models import Channel

WallClock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Zone = Annotated[str, Meta(min_length=1, max_length=60)]


class QuietForm(Input):
    """Quiet hours: wall-clock times of `zone`, over midnight where `ends` is the earlier."""

    begins: WallClock
    ends: WallClock
    zone: Zone


class QuietOut(Output):
    """Quiet hours as they are kept."""

    begins: str
    ends: str
    zone: str


class SetRules(Input):
    """The organization's rules: the channels switched on, in the order they are tried."""

    channels: Annotated[list[Channel], Meta(max_length=3)]
    next_after_minutes: Annotated[int, Meta(ge=1, le=1440)]
    urgent_breaks_quiet: bool
    if_version: int
    quiet: QuietForm | None = None


class RulesOut(Output):
    """The rules; version 0 is how every organization starts."""

    channels: list[Channel]
    next_after_minutes: int
    urgent_breaks_quiet: bool
    quiet: QuietOut | None
    version: int


class SetWeCom(Input):
    """The self-built app that writes to people; without `secret` the one that is kept stays."""

    corp_id: Annotated[str, Meta(min_length=1, max_length=64)]
    agent_id: Annotated[int, Meta(ge=1, le=2**53)]
    if_version: int
    secret: Annotated[str, Meta(min_length=1, max_length=200)] | None = None


class SetWebhook(Input):
    """The organization's own receiver; without `secret` the one that is kept stays."""

    url: Annotated[str, Meta(min_length=12, max_length=2000)]
    if_version: int
    secret: Annotated[str, Meta(min_length=20, max_length=200)] | None = None


class AccessOut(Output):
    """How a channel is used; the secret is never shown again."""

    channel: Channel
    corp_id: str | None
    agent_id: int | None
    url: str | None
    version: int


class ChannelsOut(Output):
    """All that is set of the channels."""

    rules: RulesOut
    accesses: list[AccessOut]


class AskTest(Input):
    """Send a test to oneself."""

    channel: Channel


class SetWeComUser(Input):
    """A person's id in the organization's WeCom, or none."""

    user_id: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9._@-]*$")] | None


class ReachOut(Output):
    """How one person is reached: the channels that lead to them now, in their order."""

    account_id: UUID
    wecom_user_id: str | None
    channels: list[Channel]


class SetOwnQuiet(Input):
    """One's own quiet hours: `own` without `quiet` means none at all, otherwise the organization's count."""

    own: bool
    quiet: QuietForm | None = None


class OwnQuietOut(Output):
    """One's own quiet hours beside the organization's."""

    own: bool
    quiet: QuietOut | None
    organization: QuietOut | None
