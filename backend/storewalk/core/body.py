"""Bodies of commands go straight from their bytes into the structs that commands take."""

from functools import cache
from typing import Any, Final

import msgspec
from litestar import Request
from litestar.handlers import BaseRouteHandler

BODY: Final = "body"
"""Under which a route's options name the type of its body."""


class BodyRequest(Request[Any, Any, Any]):
    """A request whose JSON body is read as what its route takes, without dictionaries in between."""

    async def json(self) -> Any:
        """Return the body as the route's struct.

        One that does not fit is returned as plain JSON: what is then wrong with it is told field by field.
        """
        handler: BaseRouteHandler = self.route_handler
        kind = handler.opt.get(BODY)
        if kind is not None:
            try:
                return _decoder(kind).decode(await self.body())
            except msgspec.DecodeError:
                pass
        return await super().json()


@cache
def _decoder(kind: type) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, strict=False)
