"""The built PWA: hashed assets for ever, pages never cached, deep links answered with the app's page."""

import asyncio
import mimetypes
from pathlib import Path
from typing import Final

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from storewalk.core.access import PUBLIC
from storewalk.core.http import HttpRequest

CSP: Final = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)
SAFE: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
PAGE: Final = {
    **SAFE,
    "Content-Security-Policy": CSP,
    "Cache-Control": "no-cache",
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(self)",
}
FOREVER: Final = {**SAFE, "Cache-Control": "public, max-age=31536000, immutable"}
FRESH: Final = {**SAFE, "Cache-Control": "no-cache"}


def pwa(folder: Path) -> HTTPRouteHandler:
    """Return the route that serves `folder/mobile` at `/` and `folder/console` at `/console/`."""
    roots = {"console": (folder / "console").resolve(), "": (folder / "mobile").resolve()}

    @get(["/", "/{path:path}"], opt={"permission": PUBLIC}, include_in_schema=False, operation_id="pwa")
    async def serve(request: HttpRequest, path: str = "/") -> Response[bytes]:
        asked = path.lstrip("/")
        first, _, rest = asked.partition("/")
        root, inner = (roots["console"], rest) if first == "console" else (roots[""], asked)
        return await asyncio.to_thread(_file, root, inner, request.headers.get("accept-encoding", ""))

    return serve


def _file(root: Path, inner: str, accepted: str) -> Response[bytes]:
    target = (root / inner).resolve()
    page = not target.is_relative_to(root) or not target.is_file()
    if page:
        if Path(inner).suffix:
            return Response(b"", status_code=404, media_type="text/plain", headers=SAFE)
        target = root / "index.html"
        if not target.is_file():
            return Response(b"", status_code=404, media_type="text/plain", headers=SAFE)
    kind = mimetypes.guess_type(target.name)[0] or "application/octet-stream"
    headers = dict(PAGE if target.suffix == ".html" else FOREVER if "assets" in target.parts else FRESH)
    if target.suffix == ".webmanifest":
        kind = "application/manifest+json"
    packed = target.with_name(target.name + ".br")
    if "br" in accepted and packed.is_file():
        headers["Content-Encoding"], target = "br", packed
    headers["Vary"] = "Accept-Encoding"
    return Response(target.read_bytes(), media_type=kind, headers=headers)
