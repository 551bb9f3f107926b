"""Where a message can go, and the senders that the worker is composed with: one for each channel."""

from abc import ABC, abstractmethod
from uuid import UUID

import msgspec

from storewalk.notifications.message import Message, Outcome


class Receiver(msgspec.Struct, frozen=True, kw_only=True):
    """Where messages are posted, and the secret that they are signed with."""

    url: str
    secret: str


class Posting(msgspec.Struct, frozen=True, kw_only=True):
    """What is posted to a receiver; `id` is the same in every attempt, so that it can take the message once."""

    id: str
    type: str
    data: msgspec.Struct


class BrowserAddress(msgspec.Struct, frozen=True, kw_only=True):
    """A browser's push address and its public keys, as `PushSubscription.toJSON()` gives them."""

    endpoint: str
    p256dh: str
    auth: str


class WeComApp(msgspec.Struct, frozen=True, kw_only=True):
    """An organization's self-built app in its WeCom."""

    corp_id: str
    agent_id: int
    secret: str


class WeComAddress(msgspec.Struct, frozen=True, kw_only=True):
    """A person's id in their organization's WeCom, and the app that writes to them."""

    org_id: UUID
    app: WeComApp
    user_id: str


class WebhookAddress(msgspec.Struct, frozen=True, kw_only=True):
    """An organization's own receiver, its signing secret, and who the message is for."""

    url: str
    secret: str
    username: str


Address = BrowserAddress | WeComAddress | WebhookAddress


class PushSender(ABC):
    """Sends web pushes."""

    @abstractmethod
    async def send(self, address: BrowserAddress, message: Message) -> Outcome:
        """Make one attempt; never raises for anything the network or the push service does."""


class WeComSender(ABC):
    """Sends application messages of WeCom."""

    @abstractmethod
    async def send(self, address: WeComAddress, message: Message) -> Outcome:
        """Make one attempt; never raises for anything the network or WeCom does."""


class WeComDirectory(ABC):
    """Knows the members of WeCom. The process that serves requests is composed with it."""

    @abstractmethod
    async def whose(self, app: WeComApp, code: str) -> str | None:
        """Return the user id of the member whom WeCom gave `code`, which it takes once.

        None for a code that is not good, for somebody who is no member, and where WeCom does not answer.
        """


class WebhookSender(ABC):
    """Posts messages to an organization's own receiver, and what other rooms have to say to those of others."""

    @abstractmethod
    async def send(self, address: WebhookAddress, message: Message) -> Outcome:
        """Make one attempt; never raises for anything the network or the receiver does."""

    @abstractmethod
    async def post(self, receiver: Receiver, posting: Posting) -> Outcome:
        """Make one attempt; never raises for anything the network or the receiver does."""
