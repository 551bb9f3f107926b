"""Which push addresses we are willing to call: a browser names them, so they must not reach inside our network."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

INSIDE_SUFFIXES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
# Robots of WeCom, DingTalk, Feishu and Lark; each shows what it is sent to everybody in a group.
GROUP_ROBOTS = (
    ("qyapi.weixin.qq.com", "/cgi-bin/webhook/"),
    ("oapi.dingtalk.com", "/robot/"),
    ("api.dingtalk.com", "/v1.0/robot/"),
    ("open.feishu.cn", "/open-apis/bot/"),
    ("open.larksuite.com", "/open-apis/bot/"),
)


class UnsafeEndpoint(ValueError):
    """The address is not one a push service would have."""


def parse_endpoint(endpoint: str, *, allow_private: bool) -> SplitResult:
    """Split a push address and refuse what is not public HTTPS; names are looked up only when sending.

    Raises:
        UnsafeEndpoint: not https, with user info, without a host, or naming a private or loopback address.

    """
    try:
        parts = urlsplit(endpoint)
        host, _port = parts.hostname, parts.port
    except ValueError as reason:
        raise UnsafeEndpoint("not an address") from reason
    if not host or parts.username is not None or parts.password is not None:
        raise UnsafeEndpoint("no plain host")
    if allow_private and parts.scheme == "http":
        return parts
    if parts.scheme != "https":
        raise UnsafeEndpoint("not https")
    if not allow_private:
        _refuse_inside(host)
    return parts


def origin_of(parts: SplitResult) -> str:
    """Return the origin of an address, with its port unless that is the scheme's own (RFC 6454 §6.2)."""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    own = parts.port in (None, {"https": 443, "http": 80}[parts.scheme])
    return f"{parts.scheme}://{host}" + ("" if own else f":{parts.port}")


def is_group_robot(parts: SplitResult) -> bool:
    """Tell whether an address is a group's robot, which posts to everybody what is for one person."""
    host, path = (parts.hostname or "").rstrip("."), parts.path.lower()
    return any(host == robot and path.startswith(start) for robot, start in GROUP_ROBOTS)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address is on the public internet, also when an IPv4 address is wrapped in IPv6."""
    if isinstance(address, IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is not None:
            return is_public(wrapped)
    return address.is_global and not address.is_multicast


def _refuse_inside(host: str) -> None:
    try:
        address = ip_address(host)
    except ValueError:
        if "." not in host or host.endswith(INSIDE_SUFFIXES):
            raise UnsafeEndpoint("inside our network") from None
        return
    if not is_public(address):
        raise UnsafeEndpoint("inside our network")
