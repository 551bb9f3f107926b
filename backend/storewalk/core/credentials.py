"""How a request says who it is, before anybody has looked it up."""

import msgspec

from storewalk.core.errors import NotSignedIn


class Credentials(msgspec.Struct, frozen=True):
    """How a request says who it is: a session cookie (with a CSRF header to write) or a bearer token."""

    session: str | None
    csrf: str | None
    bearer: str | None
    writing: bool


def require_csrf(expected: str, given: str | None) -> None:
    """Raise NotSignedIn unless the header repeats the session's CSRF value, as only our own pages can."""
    if given != expected:
        raise NotSignedIn("core.csrf_missing", field="X-CSRF-Token")
