"""Who a member of WeCom is: developer.work.weixin.qq.com, "获取访问用户身份"."""

import httpx
import msgspec
import structlog

from storewalk.notifications.senders import WeComApp, WeComDirectory
from storewalk.notifications.wecom_api import TokenRefused, WeComApi

log = structlog.get_logger()


class WhoAnswer(msgspec.Struct, frozen=True):
    """The answer of `auth/getuserinfo`; a visitor from outside the corporation has an openid and no userid."""

    errcode: int = 0
    errmsg: str = ""
    userid: str | None = None


class WeComApiDirectory(WeComDirectory):
    """Asks WeCom's server API."""

    def __init__(self, origin: str) -> None:
        """Take the address of the API; see `WeComApi`."""
        self._api = WeComApi(origin)

    async def whose(self, app: WeComApp, code: str) -> str | None:
        """Ask whose a code is; see `WeComDirectory.whose`."""
        try:
            answer = await self._api.ask(app, "/cgi-bin/auth/getuserinfo", WhoAnswer, params={"code": code})
        except (TokenRefused, httpx.HTTPError, msgspec.DecodeError) as reason:
            # Only the kind: the error's text may show the address, which carries the token.
            log.warning("wecom.no_answer", error=type(reason).__name__)
            return None
        if answer.errcode != 0:
            log.info("wecom.code_refused", errcode=answer.errcode)
        return answer.userid or None if answer.errcode == 0 else None
