"""What a job died of, without anybody's values: a kind that a screen has words for, and names out of our own code.

An exception's own text may hold what people entered ("Key (username)=(li.mei) already exists"), and the queue keeps it
for everybody who may see jobs. So the queue is told only this; the trace goes to the log, which takes values out.
"""

from enum import StrEnum
from typing import Final, Self

from sqlalchemy.exc import DBAPIError

from storewalk.core.errors import DomainError
from storewalk.core.schemas import Output


class FaultKind(StrEnum):
    """Who has to act: a rule refused, the database or another service did not answer well, or our own code failed."""

    REFUSED = "refused"
    DATABASE = "database"
    SERVICE = "service"
    DEFECT = "defect"


KINDS: Final = {
    "asyncpg": FaultKind.DATABASE,
    "sqlalchemy": FaultKind.DATABASE,
    "minio": FaultKind.SERVICE,
    "urllib3": FaultKind.SERVICE,
    "httpx": FaultKind.SERVICE,
}
"""By the library that raised it; named, not imported, since most processes never load some of them."""


class JobFault(Output):
    """Why a try failed: the exception's type, and the rule or constraint that refused, if one did."""

    kind: FaultKind
    type: str
    rule: str | None

    @classmethod
    def of(cls, error: Exception) -> Self:
        """Describe an exception; beneath SQLAlchemy's it is the driver's that tells something."""
        cause = (error.orig.__cause__ or error) if isinstance(error, DBAPIError) and error.orig is not None else error
        name = type(cause).__qualname__
        if isinstance(cause, DomainError):
            return cls(kind=FaultKind.REFUSED, type=name, rule=cause.message_key)
        library = type(cause).__module__.partition(".")[0]
        other = FaultKind.SERVICE if isinstance(cause, OSError) else FaultKind.DEFECT
        return cls(kind=KINDS.get(library, other), type=name, rule=getattr(cause, "constraint_name", None))

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """Read what `JobFailed` says; None for no text and for any other, which is not for showing."""
        match (text or "").split(" "):
            case [kind, name, rule] if kind in frozenset(FaultKind):
                return cls(kind=FaultKind(kind), type=name, rule=rule or None)
            case _:
                return None


class JobFailed(Exception):
    """Stands in for what a job died of, wherever the queue's library keeps an exception's text and trace."""

    def __init__(self, fault: JobFault) -> None:
        super().__init__(f"{fault.kind} {fault.type} {fault.rule or ''}")
