"""Back an installation up and put it back: PostgreSQL's own dump, then the bucket, so that no photo is missing."""

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.core.settings import Settings

DUMP, MANIFEST, OBJECTS, INDEX = "database.dump", "manifest.json", "objects", "objects.json"
THREADS: Final = 8


class Kept(msgspec.Struct, frozen=True):
    """An object in the mirror: what tells its content from another, and its type."""

    mark: str
    content_type: str


class Manifest(msgspec.Struct):
    """What a backup holds."""

    made_at: datetime
    dump_sha256: str
    objects: dict[str, Kept]


INDEX_OF: Final = msgspec.json.Decoder(dict[str, Kept])


def backup(settings: Settings, folder: str) -> None:
    """Write a new folder, named by the time (UTC), below `folder`, and bring `folder/objects` to what the bucket holds.

    Objects that are there already are not fetched again; those that are gone from the bucket go here as well, since
    whoever has erased a photo wants it gone. Secrets are not part of it.
    """
    root, made_at = Path(folder), datetime.now(UTC)
    target = root / made_at.strftime("%Y-%m-%dT%H%M%SZ")
    unfinished = target.with_suffix(".unfinished")
    unfinished.mkdir(parents=True)
    _run("pg_dump", settings, "--format=custom", f"--file={unfinished / DUMP}")
    objects, new = _mirror(ObjectStore(settings), root)
    manifest = Manifest(made_at, _sha256(unfinished / DUMP), objects)
    (unfinished / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    unfinished.rename(target)
    sys.stdout.write(f"{target}: the database, {len(objects)} objects ({new} new)\n")


def restore(settings: Settings, folder: str) -> None:
    """Put the backup in `folder` into an empty database and the bucket; exits with the reason if it is damaged."""
    source, store = Path(folder), ObjectStore(settings)
    mirror = source.parent / OBJECTS
    manifest = msgspec.json.decode((source / MANIFEST).read_bytes(), type=Manifest)
    if _sha256(source / DUMP) != manifest.dump_sha256:
        sys.exit(f"storewalk: {source / DUMP} is damaged: its SHA-256 is not that of {MANIFEST}; take another backup")
    _run("pg_restore", settings, "--exit-on-error", "--single-transaction", "--no-owner", str(source / DUMP))
    there = store.listed()
    wanted = {key: kept for key, kept in manifest.objects.items() if there.get(key) != kept.mark}
    lost = [key for key in wanted if not (mirror / key).is_file()]

    def put_back(item: tuple[str, Kept]) -> None:
        store.put_back(item[0], mirror / item[0], item[1].content_type)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(put_back, (item for item in wanted.items() if item[0] not in lost)))
    back = len(wanted) - len(lost)
    sys.stdout.write(f"{source}: the database, {back} objects put back, {len(lost)} erased since then\n")


def _mirror(store: ObjectStore, root: Path) -> tuple[dict[str, Kept], int]:
    """Bring the mirror and its index to what the bucket holds; return the index and how many objects were fetched."""
    index, mirror = root / INDEX, root / OBJECTS
    known = INDEX_OF.decode(index.read_bytes()) if index.is_file() else {}
    marks = store.listed()
    kept = {key: known[key] for key, mark in marks.items() if key in known and known[key].mark == mark}

    def fetch(key: str) -> tuple[str, Kept] | None:
        try:
            return key, Kept(marks[key], store.fetch(key, mirror / key))
        except ObjectMissing:
            return None  # erased since it was listed

    with ThreadPoolExecutor(THREADS) as pool:
        fetched = dict(item for item in pool.map(fetch, marks.keys() - kept.keys()) if item is not None)
    for key in known.keys() - marks.keys():
        (mirror / key).unlink(missing_ok=True)
    kept |= fetched
    index.with_suffix(".new").write_bytes(msgspec.json.encode(kept))
    index.with_suffix(".new").replace(index)
    return kept, len(fetched)


def _run(program: str, settings: Settings, *arguments: str) -> None:
    """Run one of PostgreSQL's programs as the owner; the password goes through its environment."""
    url = urlsplit(settings.owner_database_url or settings.database_url)
    found, database = shutil.which(program), url.path.lstrip("/")
    if found is None:
        sys.exit(f"storewalk: {program} is not in PATH; install PostgreSQL's client of the server's version")
    access = {
        "PGHOST": url.hostname or "",
        "PGPORT": str(url.port or 5432),
        "PGUSER": unquote(url.username or ""),
        "PGPASSWORD": unquote(url.password or ""),
    }
    argv = [found, "--no-password", f"--dbname={database}", *arguments]
    if subprocess.run(argv, env={**os.environ, **access}, check=False).returncode != 0:  # noqa: S603 - no shell
        sys.exit(f"storewalk: {program} failed, and has said why")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
