"""What the tests see of the machine: processes on a folder, rows, objects."""

import asyncio
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from minio import Minio
from sqlalchemy import NullPool, text
from sqlalchemy.ext.asyncio import create_async_engine

from storewalk_embedded.api import Services
from storewalk_embedded.environment import REPOSITORY


def processes_on(folder: Path) -> dict[int, str]:
    """The live processes that name the folder in their command or work in it, with their commands."""
    found: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        with suppress(OSError):
            command = (entry / "cmdline").read_text().replace("\0", " ")
            marked = str(folder).encode() in (entry / "environ").read_bytes()
            working = (entry / "cwd").readlink()
            if str(folder) in command or marked or folder == working or folder in working.parents:
                found[int(entry.name)] = command
    return {pid: command for pid, command in found.items() if command}  # a zombie has no command


def eventually(holds: Callable[[], bool], *, seconds: float = 30) -> None:
    """Return once the condition holds; fail when the time is over."""
    give_up = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < give_up, f"still not so after {seconds} s"
        time.sleep(0.05)


@dataclass(frozen=True)
class Launched:
    """A launcher in a process of its own, and what it says of its services."""

    process: subprocess.Popen[str]
    owner_url: str
    s3_endpoint: str
    s3_access_key: str
    s3_secret_key: str


@contextmanager
def launched(folder: Path, python: Sequence[str] = (sys.executable,)) -> Generator[Launched]:
    """A launcher that serves the folder; killed at the end if it still runs."""
    command = [*python, "-m", "tests.embedded.launcher", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as process:
        try:
            assert process.stdout is not None
            yield Launched(process, **json.loads(process.stdout.readline()))
        finally:
            process.kill()


def pids(folder: Path) -> dict[str, int]:
    """Process ids by name, as the supervisor has written them."""
    return cast("dict[str, int]", json.loads((folder / "processes.json").read_text()))


def query(url: str, sql: str) -> list[tuple[object, ...]]:
    """Run one statement in a transaction and a connection of its own."""

    async def run() -> list[tuple[object, ...]]:
        engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://"), poolclass=NullPool)
        async with engine.begin() as connection:
            result = await connection.execute(text(sql))
            return [tuple(row) for row in result] if result.returns_rows else []

    return asyncio.run(run())


def photos(services: Services | Launched) -> Minio:
    """An S3 client with the generated keys."""
    return Minio(
        services.s3_endpoint, access_key=services.s3_access_key, secret_key=services.s3_secret_key, secure=False
    )


def put_photo(client: Minio, name: str, content: bytes) -> None:
    client.put_object("storewalk-photos", name, io.BytesIO(content), len(content))


def get_photo(client: Minio, name: str) -> bytes:
    answer = client.get_object("storewalk-photos", name)
    try:
        return answer.read()
    finally:
        answer.close()
        answer.release_conn()
