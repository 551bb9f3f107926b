"""Application messages of WeCom: developer.work.weixin.qq.com, "发送应用消息".

Only the worker imports this module: it brings an HTTP client.
"""

from typing import Any, Final

import httpx
import msgspec

from storewalk.notifications.message import Message, Outcome, Verdict
from storewalk.notifications.outbound import LATER, TIMEOUT_S
from storewalk.notifications.senders import WeComAddress, WeComSender
from storewalk.notifications.wecom_answers import meaning
from storewalk.notifications.wecom_api import TokenRefused, WeComApi
from storewalk.notifications.wecom_links import entrance

TITLE_BYTES: Final = 128
TEXT_BYTES: Final = 512
REPEAT_S: Final = 4 * 3600
"""How long WeCom swallows a message that it has had before (the longest it offers): a retry shows once."""


class SendAnswer(msgspec.Struct, frozen=True):
    """The answer of `message/send`; `invaliduser` names those who got nothing although `errcode` is 0."""

    errcode: int = 0
    errmsg: str = ""
    invaliduser: str | None = None
    unlicenseduser: str | None = None


class WeComApiSender(WeComSender):
    """Writes to one person at a time."""

    def __init__(self, origin: str, public_origin: str, *, timeout_s: float = TIMEOUT_S) -> None:
        """Take the address of the API (see `WeComApi`) and of our own app."""
        self._api = WeComApi(origin, timeout_s=timeout_s)
        self._public_origin = public_origin

    async def send(self, address: WeComAddress, message: Message) -> Outcome:
        """Make one attempt and say what it means."""
        try:
            answer = await self._api.ask(
                address.app, "/cgi-bin/message/send", SendAnswer, json=self._card(address, message)
            )
        except TokenRefused as refusal:
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

    def _card(self, address: WeComAddress, message: Message) -> dict[str, Any]:
        return {
            "touser": address.user_id,
            "msgtype": "textcard",
            "agentid": address.app.agent_id,
            "textcard": {
                "title": shortened(message.title, TITLE_BYTES),
                "description": shortened(message.body, TEXT_BYTES),
                "url": entrance(self._public_origin, address.org_id, message.marking_link),
            },
            "enable_duplicate_check": 1,
            "duplicate_check_interval": REPEAT_S,
        }


def shortened(text: str, most: int) -> str:
    """Return a text that fits in `most` bytes of UTF-8, with an ellipsis where something is left out."""
    if len(text.encode()) <= most:
        return text
    return text.encode()[: most - len("…".encode())].decode(errors="ignore") + "…"
