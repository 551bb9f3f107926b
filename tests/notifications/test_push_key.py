"""The key that browsers subscribe with."""

from base64 import urlsafe_b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key

from storewalk.core.settings import Settings
from storewalk.notifications.vapid import BadPushKey, application_server_key, pem_pair, read_private_key
from tests.factories.given import LogIn


async def test_a_browser_is_given_the_public_key_of_the_configured_private_one(
    client: LogIn, settings: Settings
) -> None:
    given = (await (await client("clerk")).get("/api/push/key")).json()
    assert given == {"publicKey": application_server_key(read_private_key(settings.vapid_private_key))}
    assert len(given["publicKey"]) == 87


def test_the_bare_number_and_pem_are_the_same_key() -> None:
    number = urlsafe_b64encode((7).to_bytes(32)).rstrip(b"=").decode()
    key = read_private_key(number)
    assert application_server_key(read_private_key(pem_pair(key)[0].decode())) == application_server_key(key)


@pytest.mark.parametrize(
    "text", ["", "not a key", "AAAA", pem_pair(generate_private_key(SECP384R1()))[0].decode(), "-----BEGIN x-----"]
)
def test_anything_else_is_no_key(text: str) -> None:
    with pytest.raises(BadPushKey):
        read_private_key(text)
