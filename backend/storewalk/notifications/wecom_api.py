"""WeCom's server API, asked as an organization's app: developer.work.weixin.qq.com, "获取access_token".

It brings an HTTP client, so it is loaded at its first use only.
"""

import asyncio
import time
from collections import defaultdict
from typing import Any, Final, Protocol, TypeVar

import httpx
import msgspec

from storewalk.notifications.message import Outcome
from storewalk.notifications.outbound import TIMEOUT_S
from storewalk.notifications.senders import WeComApp
from storewalk.notifications.wecom_answers import TOKEN_OVER, meaning

SAFETY_S: Final = 300
"""A token is renewed so long before it ends."""


class Answered(Protocol):
    """What every answer of WeCom's says."""

    @property
    def errcode(self) -> int:
        """Zero where all is well."""
        ...


A = TypeVar("A", bound=Answered)


class TokenAnswer(msgspec.Struct, frozen=True):
    """The answer of `gettoken`."""

    errcode: int = 0
    errmsg: str = ""
    access_token: str = ""
    expires_in: int = 0


class Token(msgspec.Struct, frozen=True):
    """An access token and until when it is used, in seconds of the monotonic clock."""

    text: str
    until: float


class TokenRefused(Exception):
    """WeCom gave no token, and what that means."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class WeComApi:
    """One address of the API; a token is asked for once per app and kept until it ends."""

    def __init__(self, origin: str, *, timeout_s: float = TIMEOUT_S) -> None:
        """Take the address of the API: another one than WeCom's own for a private deployment."""
        self._client = httpx.AsyncClient(base_url=origin, timeout=timeout_s, trust_env=False)
        self._tokens: dict[tuple[str, str], Token] = {}
        self._asking: defaultdict[tuple[str, str], asyncio.Lock] = defaultdict(asyncio.Lock)

    async def ask(self, app: WeComApp, path: str, kind: type[A], **request: Any) -> A:
        """Send one request as an app, with `params` or `json`; a token that has ended meanwhile is renewed once.

        Raises:
            TokenRefused: WeCom gives this app no token.
            httpx.HTTPError: no answer, or one with a status of failure.
            msgspec.DecodeError: an answer that is not WeCom's.

        """
        token = await self._token(app)
        answer = await self._send(token, path, kind, request)
        if answer.errcode in TOKEN_OVER:
            token = await self._token(app, instead_of=token)
            answer = await self._send(token, path, kind, request)
        return answer

    async def _token(self, app: WeComApp, instead_of: str | None = None) -> str:
        key = (app.corp_id, app.secret)
        async with self._asking[key]:
            known = self._tokens.get(key)
            if known is not None and known.text != instead_of and known.until > time.monotonic():
                return known.text
            query = {"corpid": app.corp_id, "corpsecret": app.secret}
            answer = _read(await self._client.get("/cgi-bin/gettoken", params=query), TokenAnswer)
            if answer.errcode != 0 or not answer.access_token:
                raise TokenRefused(meaning(answer.errcode or -1, answer.errmsg))
            until = time.monotonic() + answer.expires_in - SAFETY_S
            self._tokens[key] = Token(answer.access_token, until)
            return answer.access_token

    async def _send(self, token: str, path: str, kind: type[A], request: dict[str, Any]) -> A:
        params = {"access_token": token, **request.get("params", {})}
        form = request.get("json")
        method = "GET" if form is None else "POST"
        return _read(await self._client.request(method, path, params=params, json=form), kind)


def _read(response: httpx.Response, kind: type[A]) -> A:
    response.raise_for_status()
    return msgspec.json.decode(response.content, type=kind)
