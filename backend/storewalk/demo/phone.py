"""A person with a phone, inside this process: logs in and sends the same commands as the PWA."""

import hashlib
from typing import Any

import httpx
from litestar import Litestar

from storewalk.core.ids import new_id
from storewalk.core.objects import ObjectStore

PASSWORD = "storewalk-demo"  # noqa: S105 - published: the demo chain runs on one's own machine only


class Phone:
    """One account's session with the application."""

    def __init__(self, app: Litestar, objects: ObjectStore, origin: str) -> None:
        asgi: Any = app  # httpx and Litestar type the same ASGI differently
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(asgi), base_url=origin)
        self.objects = objects
        self.headers: dict[str, str] = {}
        self.account_id = ""

    async def log_in(self, username: str) -> "Phone":
        """Log in as a demo account."""
        form = {"username": username, "password": PASSWORD, "organization": "demo", "device": {"name": "demo"}}
        answer = await self.http.post("/api/session", json=form)
        me = _checked(answer)
        self.headers = {"X-CSRF-Token": me["csrf"]}
        self.account_id = me["account"]["id"]
        return self

    async def ask(self, path: str, **parameters: str) -> Any:
        """Send a query."""
        return _checked(await self.http.get(path, params=parameters))

    async def tell(self, method: str, path: str, body: Any = None) -> Any:
        """Send a command under a fresh key."""
        headers = {**self.headers, "Idempotency-Key": str(new_id())}
        return _checked(await self.http.request(method, path, json=body, headers=headers))

    async def photograph(self, store_id: str, purpose: str, taken_at: str, jpeg: bytes) -> dict[str, Any]:
        """Register, upload and complete a photo; return how an answer names it."""
        spec = {"id": str(new_id()), "sha256": hashlib.sha256(jpeg).hexdigest(), "size": len(jpeg)}
        capture = {"takenAt": taken_at, "source": "camera", "device": "demo"}
        form = {**spec, "storeId": store_id, "purpose": purpose, "contentType": "image/jpeg", "capture": capture}
        made = await self.tell("POST", "/api/photos", form)
        await self.objects.put(made["upload"]["fields"]["key"], jpeg, "image/jpeg")
        await self.tell("POST", f"/api/photos/{spec['id']}/complete")
        return spec

    async def close(self) -> None:
        """Put the phone away."""
        await self.http.aclose()


def _checked(answer: httpx.Response) -> Any:
    if answer.status_code >= httpx.codes.BAD_REQUEST:
        raise RuntimeError(f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text}")
    return answer.json() if answer.content else None
