"""Requests sent at once, each under a key of its own, of which one wins."""

import asyncio
from typing import Any, Final
from uuid import uuid4

import httpx

from tests.faults.stage import Request

REFUSALS: Final = {409, 422}


async def at_once(*requests: Request) -> list[httpx.Response]:
    """Send commands at once, each under a key of its own."""
    return await asyncio.gather(*(request.send(str(uuid4())) for request in requests))


def outcome(answers: list[httpx.Response]) -> tuple[Any, Any]:
    """Return the answer of the one that won and of the one that was refused by name."""
    [won] = [answer for answer in answers if answer.is_success]
    [lost] = [answer for answer in answers if answer.status_code in REFUSALS]
    assert lost.json()["detail"]
    return won.json(), lost.json()
