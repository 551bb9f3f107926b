"""Which push addresses are taken."""

from ipaddress import ip_address

import pytest

from storewalk.notifications.endpoints import UnsafeEndpoint, is_public, origin_of, parse_endpoint


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://web.push.apple.com/QGx",
        "https://updates.push.services.mozilla.com:443/wpush/v2/x",
        "https://[2606:4700::1111]/x",
    ],
)
def test_push_services_are_taken(endpoint: str) -> None:
    assert parse_endpoint(endpoint, allow_private=False).scheme == "https"


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://127.0.0.1/x",
        "https://10.1.2.3/x",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/x",
        "https://[::1]/x",
        "https://[::ffff:10.0.0.1]/x",
        "https://[2002:7f00:1::]/x",
        "https://[fd00::1]/x",
        "https://2130706433/x",
        "https://localhost/x",
        "https://db.internal/x",
        "https://user:secret@fcm.googleapis.com/x",
        "https:///x",
        "https://host.example:99999/x",
        "ftp://fcm.googleapis.com/x",
        "javascript:alert(1)",
    ],
)
def test_what_is_not_public_https_is_refused(endpoint: str) -> None:
    with pytest.raises(UnsafeEndpoint):
        parse_endpoint(endpoint, allow_private=False)


def test_tests_may_use_plain_http_on_this_machine() -> None:
    assert parse_endpoint("http://127.0.0.1:8123/x", allow_private=True).port == 8123


def test_an_origin_keeps_a_port_only_where_it_is_not_the_schemes_own() -> None:
    assert origin_of(parse_endpoint("https://a.example:443/x", allow_private=False)) == "https://a.example"
    assert origin_of(parse_endpoint("https://a.example:8443/x", allow_private=False)) == "https://a.example:8443"


def test_a_multicast_address_is_not_public() -> None:
    assert not is_public(ip_address("224.0.0.251"))
    assert is_public(ip_address("1.1.1.1"))
