"""What WeCom's answers mean for us: developer.work.weixin.qq.com, "全局错误码"."""

from datetime import timedelta
from typing import Final

from storewalk.notifications.message import Outcome, Verdict

TOKEN_OVER: Final = frozenset({40014, 42001})
BUSY: Final = frozenset({-1, 45033, *TOKEN_OVER})
NOBODY: Final = frozenset({81013, 60111, 40003, 46004})
OVER_LIMIT: Final = 45009
LIMIT_WAIT: Final = timedelta(minutes=5)
"""Limits are counted by the minute, the hour and the day; sooner than this is asking for a ban."""


def meaning(errcode: int, errmsg: str) -> Outcome:
    """Return what an `errcode` means; everything unknown is refused, so that an administrator sees it."""
    if errcode == 0:
        return Outcome(verdict=Verdict.SENT, status_code=0)
    error = f"{errcode} {errmsg}"
    if errcode == OVER_LIMIT:
        return Outcome(verdict=Verdict.LATER, status_code=errcode, error=error, retry_after=LIMIT_WAIT)
    verdict = Verdict.LATER if errcode in BUSY else Verdict.GONE if errcode in NOBODY else Verdict.REFUSED
    return Outcome(verdict=verdict, status_code=errcode, error=error)
