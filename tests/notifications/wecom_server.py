"""WeCom on this machine: tokens for who knows the secret, messages and members for who has a token.

Doubles of a message are swallowed, and each of `codes` tells once whose it is: a member's id, or an outsider's "".
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tests.notifications.http_server import Answer, LocalServer, Received

CORP, AGENT, SECRET = "ww0123456789abcdef", 1000002, "app-secret-of-the-corp"


@dataclass
class WeCom:
    """What the corporation's people were shown; `answers` are given instead of the right ones, first to last."""

    server: LocalServer = field(init=False)
    people: set[str] = field(default_factory=lambda: {"LiMei", "WangWei"})
    shown: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    answers: list[Answer] = field(default_factory=list[Answer])
    codes: dict[str, str] = field(default_factory=dict[str, str])
    token: str | None = None
    tokens_given: int = 0
    lifetime_s: int = 7200

    def __post_init__(self) -> None:
        """Make its server."""
        self.server = LocalServer(self._respond)

    @property
    def sends(self) -> list[Received]:
        """The messages that came in, also those that were not shown."""
        return [each for each in self.server.received if each.path.startswith("/cgi-bin/message/send")]

    def forget_token(self) -> None:
        """Let the token end before its time, as WeCom does when it likes."""
        self.token = None

    def _respond(self, received: Received) -> Answer:
        if received.path.startswith("/cgi-bin/gettoken"):
            return self._give_token(received)
        if self.answers:
            return self.answers.pop(0)
        if received.query.get("access_token") != self.token or self.token is None:
            return said(42001, "access_token expired")
        if received.path.startswith("/cgi-bin/auth/getuserinfo"):
            return self._tell_whose(received.query.get("code", ""))
        return self._take(msgspec.json.decode(received.body))

    def _tell_whose(self, code: str) -> Answer:
        member = self.codes.pop(code, None)
        if member is None:
            return said(40029, "invalid code")
        return said(0, "ok", **({"userid": member} if member else {"openid": "o-1"}))

    def _give_token(self, received: Received) -> Answer:
        if received.query != {"corpid": CORP, "corpsecret": SECRET}:
            return said(40001, "invalid credential")
        self.tokens_given += 1
        self.token = f"token-{self.tokens_given}"
        return said(0, "ok", access_token=self.token, expires_in=self.lifetime_s)

    def _take(self, form: dict[str, Any]) -> Answer:
        assert (form["msgtype"], form["agentid"], form["enable_duplicate_check"]) == ("textcard", AGENT, 1)
        if form["touser"] not in self.people:
            return said(81013, "user & party & tag all invalid")
        if form not in self.shown:
            self.shown.append(form)
        return said(0, "ok", invaliduser="", msgid="m1")


def said(errcode: int, errmsg: str, **more: object) -> Answer:
    """Return an answer as WeCom gives it: status 200 whatever happened."""
    return Answer(body=msgspec.json.encode({"errcode": errcode, "errmsg": errmsg, **more}))


@asynccontextmanager
async def wecom_server(port: int = 0) -> AsyncGenerator[WeCom]:
    """Run WeCom on a port, without one on a free one."""
    service = WeCom()
    service.server.port = port
    await service.server.start()
    try:
        yield service
    finally:
        await service.server.stop()
