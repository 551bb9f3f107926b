"""What an installation may set: read from the environment or from files, and refused by name where it is unsafe."""

from pathlib import Path

import pytest

from storewalk.core.settings import UnsafeSettings, load

SAFE = {
    "STOREWALK_DATABASE_URL": "postgresql://app:x@db/storewalk",
    "STOREWALK_S3_ENDPOINT": "http://objects:9000",
    "STOREWALK_S3_ACCESS_KEY": "key",
    "STOREWALK_S3_SECRET_KEY": "secret",
    "STOREWALK_PUBLIC_ORIGIN": "https://walk.storewalk.cn",
    "STOREWALK_SECRET_KEY": "r" * 32,
    "STOREWALK_VAPID_PRIVATE_KEY": "scalar",
    "STOREWALK_VAPID_SUBJECT": "mailto:ops@storewalk.cn",
}
LAN = {"STOREWALK_LAN": "1", "STOREWALK_DEMO": "1"}


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"STOREWALK_SECRET_KEY": "short"}, "STOREWALK_SECRET_KEY"),
        ({"STOREWALK_PUBLIC_ORIGIN": "http://walk.storewalk.cn"}, "STOREWALK_PUBLIC_ORIGIN"),
        ({"STOREWALK_DEMO": "1"}, "STOREWALK_DEMO"),
        ({"STOREWALK_ALLOW_PRIVATE_PUSH": "1"}, "STOREWALK_ALLOW_PRIVATE_PUSH"),
        ({"STOREWALK_WECOM_ORIGIN": "http://wecom"}, "STOREWALK_WECOM_ORIGIN"),
        ({"STOREWALK_SMTP_HOST": "mail", "STOREWALK_SMTP_SENDER": "a@b.cn", "STOREWALK_SMTP_SECURITY": "none"}, "none"),
        ({"STOREWALK_SMTP_HOST": "mail"}, "STOREWALK_SMTP_SENDER"),
        ({"STOREWALK_VAPID_SUBJECT": "mailto:x@example.com"}, "STOREWALK_VAPID_SUBJECT"),
        ({"STOREWALK_TLS_KEY": "/key.pem"}, "STOREWALK_TLS_CERTIFICATE"),
        (LAN, "STOREWALK_LAN"),
        (LAN | {"STOREWALK_PUBLIC_ORIGIN": "https://8.8.8.8"}, "STOREWALK_LAN"),
        ({"STOREWALK_S3_ENDPOINT": ""}, "STOREWALK_S3_ENDPOINT is not set"),
        ({"STOREWALK_PORT": "eighty"}, "port"),
    ],
)
def test_an_unsafe_setting_is_refused_by_name(changed: dict[str, str], named: str) -> None:
    with pytest.raises(UnsafeSettings, match=named):
        load(SAFE | changed)


def test_a_demo_chain_may_be_tried_in_ones_own_network() -> None:
    assert load(SAFE | LAN | {"STOREWALK_PUBLIC_ORIGIN": "https://192.168.1.20:8080"}).demo


def test_a_secret_may_stand_in_a_file_but_not_in_two_places(tmp_path: Path) -> None:
    kept, empty = tmp_path / "secret", tmp_path / "empty"
    kept.write_text(f"{'s' * 40}\n")
    empty.touch()
    rest = {name: text for name, text in SAFE.items() if name != "STOREWALK_SECRET_KEY"}
    settings = load(rest | {"STOREWALK_SECRET_KEY_FILE": str(kept), "STOREWALK_PREVIOUS_SECRET_KEYS_FILE": str(empty)})
    assert (settings.secret_key, settings.previous_keys) == ("s" * 40, ())
    with pytest.raises(UnsafeSettings, match="are both set"):
        load(SAFE | {"STOREWALK_SECRET_KEY_FILE": str(kept)})
    with pytest.raises(UnsafeSettings, match=r"STOREWALK_SECRET_KEY_FILE.*cannot be read"):
        load(rest | {"STOREWALK_SECRET_KEY_FILE": str(tmp_path / "none")})
