"""What is turned away before anything is looked up."""

import pytest

from tests.factories.client import Client
from tests.factories.given import LogIn

TOLD = "内容里有不能保存的空字符（U+0000），请删除后再试。"


@pytest.mark.parametrize("path", ["/api/accounts?q=%00", "/api/accounts?q=a%00b", "/api/stores/%00"])
async def test_the_null_character_in_an_address_is_refused(client: LogIn, path: str) -> None:
    admin = await client("admin")
    answer = await admin.http.get(path)
    assert answer.status_code in {404, 422}
    assert answer.json()["code"] in {"not_found", "invalid"}


async def test_the_null_character_in_a_text_is_refused_and_a_text_about_it_is_not(client: LogIn) -> None:
    admin = await client("admin")
    refused = await admin.post("/api/tokens", {"name": "PO\x00S", "scopes": ["accounts.read"]})
    assert (refused.status_code, refused.json()["detail"]) == (422, TOLD)
    about = await admin.post("/api/tokens", {"name": r"\u0000", "scopes": ["accounts.read"]})
    assert about.json()["name"] == r"\u0000"


async def test_the_null_character_in_a_log_in_is_refused(anonymous: Client) -> None:
    answer = await anonymous.http.post("/api/session", json={"username": "a\x00", "password": "b"})
    assert (answer.status_code, answer.json()["detail"]) == (422, TOLD)


@pytest.mark.parametrize("body", [b'{"name": "\xff"}', b'{"name": "\\ud800"}', b"{", b"\x00"])
async def test_a_body_that_is_no_text_is_malformed(client: LogIn, body: bytes) -> None:
    admin = await client("admin")
    headers = {"X-CSRF-Token": admin.csrf, "Idempotency-Key": "malformed-body", "Content-Type": "application/json"}
    answer = await admin.http.post("/api/tokens", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


async def test_an_address_that_is_no_text_finds_nothing(client: LogIn) -> None:
    answer = await (await client("admin")).http.get("/api/accounts?q=%ff")
    assert (answer.status_code, answer.json()["items"]) == (200, [])
