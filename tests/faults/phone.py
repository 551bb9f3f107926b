"""A phone as its offline engine behaves: one command of a lane at a time, the same key until there is an answer."""

import asyncio
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final
from uuid import uuid4

import httpx

from tests.factories.photos import registration

PASSING: Final = frozenset({408, 425, 429})
RESENDABLE: Final = frozenset({"missing", "size_mismatch", "hash_mismatch"})
BACK_OFF_S: Final = 0.2
Strike = Callable[[], None]


class Phone:
    """One device of one account. `answered` are the keys of the commands that the server said yes to."""

    def __init__(self, origin: str, strike: Strike) -> None:
        self.http = httpx.AsyncClient(base_url=origin, timeout=30, trust_env=False)
        self.strike = strike
        self.csrf = ""
        self.answered: list[str] = []

    async def log_in(self, username: str, password: str, organization: str) -> None:
        """Log in, however often that takes."""
        form = {"username": username, "password": password, "organization": organization}
        self.csrf = (await self._until_answered("POST", "/api/session", json=form)).json()["csrf"]

    async def get(self, path: str, **params: str) -> Any:
        """Read."""
        return (await self._until_answered("GET", path, params=params)).json()

    async def send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Send one command and return its answer."""
        self.strike()
        key = str(uuid4())
        headers = {"X-CSRF-Token": self.csrf, "Idempotency-Key": key}
        answer = await self._until_answered(method, path, json=body, headers=headers)
        self.answered.append(key)
        return answer.json()

    async def hand_in(self, data: bytes, store_id: str, photo: dict[str, Any], purpose: str = "evidence") -> None:
        """Bring one photo to the server, and keep it until the server has confirmed its hash."""
        body = registration(data, store_id, id=photo["id"], purpose=purpose)
        while True:
            registered = await self._register(body, data)
            if registered["state"] == "awaiting":
                await self.send("POST", f"/api/photos/{photo['id']}/complete", {})
            if await self._confirmed(photo["id"]):
                return

    async def close(self) -> None:
        """Drop the connections."""
        await self.http.aclose()

    async def _register(self, body: dict[str, Any], data: bytes) -> Any:
        """Register and upload; after a failed upload the registration is repeated, for a fresh form."""
        self.strike()
        key = str(uuid4())
        while True:
            headers = {"X-CSRF-Token": self.csrf, "Idempotency-Key": key}
            answer = (await self._until_answered("POST", "/api/photos", json=body, headers=headers)).json()
            if answer["upload"] is None or await self._upload(answer["upload"], data):
                self.answered.append(key)
                return answer
            await asyncio.sleep(BACK_OFF_S)

    async def _upload(self, upload: dict[str, Any], data: bytes) -> bool:
        self.strike()
        try:
            answer = await self.http.post(
                upload["url"], data=upload["fields"], files={"file": ("photo.jpg", data, "image/jpeg")}
            )
        except httpx.TransportError:
            return False
        assert answer.is_success or answer.status_code in {403, 404} or answer.status_code >= 500, answer.text
        return answer.is_success

    async def _confirmed(self, photo_id: str) -> bool:
        """Wait for the verdict; False when the bytes have to be sent again."""
        while True:
            view = await self.get(f"/api/photos/{photo_id}")
            if view["state"] == "ready":
                return True
            if view["state"] == "awaiting" or view["reason"] in RESENDABLE:
                return False
            assert view["state"] == "uploaded", view
            await asyncio.sleep(BACK_OFF_S)

    async def _until_answered(self, method: str, path: str, **options: Any) -> httpx.Response:
        while True:
            try:
                answer = await self.http.request(method, path, **options)
            except httpx.TransportError:
                await asyncio.sleep(BACK_OFF_S)
                continue
            if answer.status_code >= 500:
                assert answer.headers["content-type"] == "application/problem+json", answer.text
            if answer.status_code in PASSING or answer.status_code >= 500:
                await asyncio.sleep(BACK_OFF_S)
                continue
            assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
            return answer


def named(data: bytes) -> dict[str, Any]:
    """Return a photo as answers name it."""
    return {"id": str(uuid4()), "sha256": sha256(data).hexdigest(), "size": len(data)}
