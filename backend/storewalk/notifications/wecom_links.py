"""The way into the app from WeCom: our entrance, WeCom's authorization page, and back to where the person wanted to go.

developer.work.weixin.qq.com, "构造网页授权链接"; `snsapi_base` asks the person nothing.
"""

from typing import Final
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from storewalk.notifications.senders import WeComApp

ENTRANCE: Final = "/api/session/wecom"
RETURN: Final = f"{ENTRANCE}/callback"
AUTHORIZE: Final = "https://open.weixin.qq.com/connect/oauth2/authorize"


def entrance(public_origin: str, org_id: UUID, path: str) -> str:
    """Return the address that logs a member of the organization in and then opens `path` of the app."""
    return f"{public_origin}{ENTRANCE}?{urlencode({'org': str(org_id), 'next': path})}"


def authorization(app: WeComApp, public_origin: str, state: str) -> str:
    """Return WeCom's page that tells us who the person is, by a code at `RETURN`."""
    query = {
        "appid": app.corp_id,
        "redirect_uri": public_origin + RETURN,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": state,
        "agentid": str(app.agent_id),
    }
    return f"{AUTHORIZE}?{urlencode(query)}#wechat_redirect"


def own_path(text: str) -> str:
    """Return a path of our own app: what names another site, or no path at all, leads to the first screen."""
    parts = urlsplit(text)
    ours = text.startswith("/") and not text.startswith("//") and not parts.scheme and not parts.netloc
    return text if ours and "\\" not in text and text.isprintable() else "/"


def arrival(path: str) -> str:
    """Return where the app opens `path` and takes up the session that its browser was just given."""
    parts = urlsplit(path)
    return parts._replace(query=f"{parts.query}&via=wecom".lstrip("&")).geturl()


def log_in_page(path: str, trouble: str | None = None) -> str:
    """Return the app's log-in by password, which leads on to `path` and says what was in the way."""
    return "/login?" + urlencode({"next": path} | ({"wecom": trouble} if trouble else {}))
