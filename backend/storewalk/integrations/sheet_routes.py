"""A list to take away over HTTP, as CSV and as a workbook, from one function that writes its cells."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from litestar.handlers import HTTPRouteHandler

from storewalk.core.access import Permission
from storewalk.core.http import query
from storewalk.integrations.given_sheet import Written, as_csv, as_workbook

Handler = Callable[..., Awaitable[Written]]
ENDINGS: Final = (("csv", "", as_csv), ("xlsx", "Workbook", as_workbook))


def exported(name: str, operation: str, permission: Permission) -> Callable[[Handler], Sequence[HTTPRouteHandler]]:
    """Make two routes of a function that writes a list's cells, which the audit log hears of."""

    def decorate(function: Handler) -> Sequence[HTTPRouteHandler]:
        return [
            query(
                f"/exports/{name}.{ending}",
                operation_id=f"{operation}{how}",
                permission=permission,
                recorded=True,
                write=write,
            )(function)
            for ending, how, write in ENDINGS
        ]

    return decorate
