"""Health: what this process depends on, each with its state; metrics beside it."""

import asyncio
import time
from collections.abc import Awaitable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import asyncpg
from litestar import Response, get
from minio.error import MinioException
from sqlalchemy.exc import SQLAlchemyError
from urllib3.exceptions import HTTPError

from shelfvision.learning.registry import Registry, RegistryFault
from storewalk.core.access import PUBLIC
from storewalk.core.database import LOST_CONNECTION, READ
from storewalk.core.http import HttpRequest, platform_of
from storewalk.core.metrics import exposition
from storewalk.core.platform import Platform
from storewalk.core.schemas import Output

PATIENCE_S: Final = 3.0
FAULTS: Final = (*LOST_CONNECTION, asyncpg.PostgresError, SQLAlchemyError, HTTPError, MinioException, TimeoutError)
JOBS_SQL: Final = """
SELECT coalesce(extract(epoch FROM now() - min(execute_after)) , 0)::float8 FROM pgqueuer
WHERE status = 'queued' AND execute_after < now()"""
LOCAL: Final = frozenset({"127.0.0.1", "::1"})
WORKER_LATE_S: Final = 60.0
LOOK_EVERY_S: Final = 60.0


class Health(Output):
    """Each dependency is "ok", "late" or "down"; the whole is "ok" only if all are.

    The detector is "ok", "missing" or "damaged" and does not count for the whole: photos wait, or are read by the
    model before.
    """

    status: str
    version: str
    database: str
    objects: str
    jobs: str
    detector: str


@get("/api/health", operation_id="health", opt={"permission": PUBLIC}, security=[])
async def health(request: HttpRequest) -> Response[Health]:
    """Tell whether this installation can do its work; 503 when it cannot."""
    platform = platform_of(request)
    waiting, objects = await asyncio.gather(_probe(_waiting_s(platform)), _probe(platform.objects.ready()))
    late = waiting is not None and waiting > WORKER_LATE_S
    detector = await asyncio.to_thread(_detector, platform.settings.model)
    state = Health(
        status="ok" if waiting is not None and objects and not late else "degraded",
        version=version("storewalk"),
        database="down" if waiting is None else "ok",
        objects="ok" if objects else "down",
        jobs="down" if waiting is None else "late" if late else "ok",
        detector=detector,
    )
    return Response(state, status_code=200 if state.status == "ok" else 503)


@get("/api/metrics", operation_id="metrics", opt={"permission": PUBLIC}, include_in_schema=False, sync_to_thread=False)
def metrics(request: HttpRequest) -> Response[bytes]:
    """Give Prometheus this process's metrics, on this machine only: what a proxy passes on is from elsewhere."""
    client = request.client.host if request.client else ""
    if client not in LOCAL or "x-forwarded-for" in request.headers:
        return Response(b"", status_code=404, media_type="text/plain")
    return Response(exposition(), media_type="text/plain; version=0.0.4")


def _detector(place: Path | None) -> str:
    """Say whether there is a model to read photos with; of a folder of versions, whether the one that counts is whole.

    The worker goes on with the last good one, so that only this tells of a damaged one.
    """
    if place is None or not place.exists():
        return "missing"
    if place.is_file():
        return "ok"
    try:
        pointer = Registry(place).pointer()
        return (
            "missing" if pointer is None else whole_version(place, pointer.version, round(time.time() / LOOK_EVERY_S))
        )
    except RegistryFault:
        return "damaged"


@lru_cache(maxsize=1)
def whole_version(folder: Path, version: str, lately: int) -> str:
    """Look through a version's file, once in a while. Raises RegistryFault."""
    del lately
    Registry(folder).model(version)
    return "ok"


async def _probe(check: Awaitable[Any]) -> Any | None:
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await check
    except FAULTS:
        return None


async def _waiting_s(platform: Platform) -> float:
    async with platform.database.transaction(READ) as (_, raw):
        return await raw.fetchval(JOBS_SQL) or 0.0
