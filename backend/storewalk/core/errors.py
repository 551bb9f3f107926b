"""Refusals that reach a person: each has a status, a stable code, a message in both languages and, often, a field."""

from typing import ClassVar

import msgspec


class DomainError(Exception):
    """A rule refused an action. `message_key` names a text in some room's messages.toml; `params` fill it."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "refused"

    def __init__(self, message_key: str, *, field: str | None = None, **params: object) -> None:
        super().__init__(message_key)
        self.message_key = message_key
        self.field = field
        self.params = params


class Invalid(DomainError):
    """Input that is well-formed but breaks a rule; `field` is its path in the request."""

    status, code = 422, "invalid"

    def __init__(
        self,
        message_key: str,
        *,
        field: str | None = None,
        errors: "list[FieldError] | None" = None,
        **params: object,
    ) -> None:
        super().__init__(message_key, field=field, **params)
        self.errors = errors or []


class FieldError(msgspec.Struct, frozen=True):
    """One field's fault, for inputs with several."""

    field: str
    message_key: str
    params: dict[str, object] = {}


class NotSignedIn(DomainError):
    """No session or token, or one that is over."""

    status, code = 401, "not_signed_in"


class PasswordDue(DomainError):
    """The password is a temporary one: the log-in goes on with one of the person's own."""

    status, code = 401, "password_due"


class CodeDue(DomainError):
    """The log-in goes on with a code of the second factor."""

    status, code = 401, "code_due"


class EnrolmentDue(DomainError):
    """The organization wants a second factor: the log-in goes on with its set-up."""

    status, code = 401, "enrolment_due"


class Forbidden(DomainError):
    """Signed in, but nowhere allowed to do this."""

    status, code = 403, "forbidden"


class NotFound(DomainError):
    """It is not there, or lies outside the actor's scope; the two are not told apart."""

    status, code = 404, "not_found"


class WrongState(DomainError):
    """The thing is in a state that does not allow this."""

    status, code = 409, "wrong_state"


class Conflict(DomainError):
    """Somebody else changed it meanwhile; `current` is the state on the server, shown beside the sender's own."""

    status, code = 409, "version_conflict"

    def __init__(
        self, message_key: str, *, current: msgspec.Struct, field: str | None = None, **params: object
    ) -> None:
        super().__init__(message_key, field=field, **params)
        self.current = current


class KeyReused(DomainError):
    """The same idempotency key came with another request."""

    status, code = 422, "key_reused"


class TooMany(DomainError):
    """Too many tries; the client waits `retry_after` seconds."""

    status, code = 429, "too_many"

    def __init__(self, message_key: str, *, retry_after: int, **params: object) -> None:
        super().__init__(message_key, field=None, retry_after=retry_after, **params)
        self.retry_after = retry_after
