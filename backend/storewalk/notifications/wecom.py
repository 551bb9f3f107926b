"""Application messages of WeCom by its server API: developer.work.weixin.qq.com, "发送应用消息" and "获取access_token".

Only the worker imports this module: it brings an HTTP client.
"""

import asyncio
import time
from collections import defaultdict
from typing import Any, Final

import httpx
import msgspec

from storewalk.notifications.message import Message, Outcome, Verdict
from storewalk.notifications.outbound import LATER, TIMEOUT_S
from storewalk.notifications.senders import WeComAddress, WeComSender
from storewalk.notifications.wecom_answers import TOKEN_OVER, meaning

TITLE_BYTES: Final = 128
TEXT_BYTES: Final = 512
REPEAT_S: Final = 4 * 3600
"""How long WeCom swallows a message that it has had before (the longest it offers): a retry shows once."""

SAFETY_S: Final = 300
"""A token is renewed so long before it ends."""


class TokenAnswer(msgspec.Struct, frozen=True):
    """The answer of `gettoken`."""

    errcode: int = 0
    errmsg: str = ""
    access_token: str = ""
    expires_in: int = 0


class SendAnswer(msgspec.Struct, frozen=True):
    """The answer of `message/send`; `invaliduser` names those who got nothing although `errcode` is 0."""

    errcode: int = 0
    errmsg: str = ""
    invaliduser: str | None = None
    unlicenseduser: str | None = None


class Token(msgspec.Struct, frozen=True):
    """An access token and until when it is used, in seconds of the monotonic clock."""

    text: str
    until: float


class _Refused(Exception):
    """WeCom gave no token, and what that means."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class WeComApiSender(WeComSender):
    """Writes to one person at a time; a token is asked for once per app and kept until it ends."""

    def __init__(self, origin: str, public_origin: str, *, timeout_s: float = TIMEOUT_S) -> None:
        """Take the address of the API (`origin`, another one for a private deployment) and of our own app."""
        self._public_origin = public_origin
        self._client = httpx.AsyncClient(base_url=origin, timeout=timeout_s, trust_env=False)
        self._tokens: dict[tuple[str, str], Token] = {}
        self._asking: defaultdict[tuple[str, str], asyncio.Lock] = defaultdict(asyncio.Lock)

    async def send(self, address: WeComAddress, message: Message) -> Outcome:
        """Make one attempt and say what it means; a token that has ended meanwhile is renewed once."""
        try:
            token = await self._token(address)
            answer = await self._send(token, address, message)
            if answer.errcode in TOKEN_OVER:
                token = await self._token(address, instead_of=token)
                answer = await self._send(token, address, message)
        except _Refused as refusal:
            return refusal.outcome
        except httpx.HTTPStatusError as reason:
            status = reason.response.status_code
            later = reason.response.is_server_error or status in LATER
            verdict = Verdict.LATER if later else Verdict.REFUSED
            return Outcome(verdict=verdict, status_code=status, error="no answer of WeCom's")
        except (httpx.HTTPError, msgspec.DecodeError) as reason:
            # Only the kind: the error's text may show the address, which carries the token.
            return Outcome(verdict=Verdict.LATER, error=type(reason).__name__)
        if answer.errcode == 0 and (answer.invaliduser or answer.unlicenseduser):
            return Outcome(verdict=Verdict.REFUSED, status_code=0, error="invaliduser or unlicenseduser")
        return meaning(answer.errcode, answer.errmsg)

    async def _token(self, address: WeComAddress, instead_of: str | None = None) -> str:
        key = (address.corp_id, address.secret)
        async with self._asking[key]:
            known = self._tokens.get(key)
            if known is not None and known.text != instead_of and known.until > time.monotonic():
                return known.text
            query = {"corpid": address.corp_id, "corpsecret": address.secret}
            response = await self._client.get("/cgi-bin/gettoken", params=query)
            answer = _read(response, TokenAnswer)
            if answer.errcode != 0 or not answer.access_token:
                raise _Refused(meaning(answer.errcode or -1, answer.errmsg))
            until = time.monotonic() + answer.expires_in - SAFETY_S
            self._tokens[key] = Token(answer.access_token, until)
            return answer.access_token

    async def _send(self, token: str, address: WeComAddress, message: Message) -> SendAnswer:
        form: dict[str, Any] = {
            "touser": address.user_id,
            "msgtype": "textcard",
            "agentid": address.agent_id,
            "textcard": {
                "title": shortened(message.title, TITLE_BYTES),
                "description": shortened(message.body, TEXT_BYTES),
                "url": self._public_origin + message.marking_link,
            },
            "enable_duplicate_check": 1,
            "duplicate_check_interval": REPEAT_S,
        }
        response = await self._client.post("/cgi-bin/message/send", params={"access_token": token}, json=form)
        return _read(response, SendAnswer)


def _read(response: httpx.Response, kind: type[Any]) -> Any:
    response.raise_for_status()
    return msgspec.json.decode(response.content, type=kind)


def shortened(text: str, most: int) -> str:
    """Return a text that fits in `most` bytes of UTF-8, with an ellipsis where something is left out."""
    if len(text.encode()) <= most:
        return text
    return text.encode()[: most - len("…".encode())].decode(errors="ignore") + "…"
