"""Long answers go out compressed: a phone fetches a visit of hundreds of checkpoints over a mobile network."""

import asyncio
import gzip
from typing import Any, Final

from litestar import Request, Response

LONG: Final = 64 * 1024
"""From so many bytes on; below it compressing takes longer than sending."""
LEVEL: Final = 1


async def packed(request: Request[Any, Any, Any], answer: Response[bytes]) -> Response[bytes]:
    """Return an answer as it goes out to who asked: a long one compressed, off the loop, where that is accepted."""
    if len(answer.content) < LONG or "gzip" not in request.headers.get("accept-encoding", ""):
        return answer
    body = await asyncio.to_thread(gzip.compress, answer.content, LEVEL)
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(body, media_type=answer.media_type, status_code=answer.status_code, headers=headers)
