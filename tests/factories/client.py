"""A client as the PWA is one: keeps the cookie and the CSRF value, gives every command its key."""

from typing import Any
from uuid import uuid4

import httpx


class Client:
    """Talks to the API; answers are plain httpx responses."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http
        self.csrf = ""
        self.me: dict[str, Any] = {}

    async def log_in(self, username: str, password: str, organization: str | None = None) -> None:
        """Log in; the cookie and the CSRF value stay with this client."""
        form = {"username": username, "password": password, "organization": organization, "device": {"name": "test"}}
        answer = await self.http.post("/api/session", json=form)
        assert answer.status_code == 200, answer.text
        self.me = answer.json()
        self.csrf = self.me["csrf"]

    async def get(self, path: str, **params: Any) -> httpx.Response:
        """Ask."""
        return await self.http.get(path, params={k: v for k, v in params.items() if v is not None})

    async def post(self, path: str, json: Any = None, **options: Any) -> httpx.Response:
        """Send a command by POST; `key=` repeats an idempotency key, `headers=` adds headers."""
        return await self.send("POST", path, json, **options)

    async def put(self, path: str, json: Any = None, **options: Any) -> httpx.Response:
        """Send a command by PUT."""
        return await self.send("PUT", path, json, **options)

    async def delete(self, path: str, **options: Any) -> httpx.Response:
        """Send a command by DELETE."""
        return await self.send("DELETE", path, None, **options)

    async def send(
        self, method: str, path: str, json: Any, *, key: str | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        """Send a command by any method."""
        sent = {"X-CSRF-Token": self.csrf, "Idempotency-Key": key or str(uuid4()), **(headers or {})}
        return await self.http.request(method, path, json=json, headers=sent)
