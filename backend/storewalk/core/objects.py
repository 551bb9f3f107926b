"""The object store: photos and other files in an S3 bucket, through the MinIO client in threads."""

import asyncio
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec
import urllib3
from minio import Minio
from minio.datatypes import PostPolicy
from minio.error import S3Error

from storewalk.core.settings import Settings

REGION: Final = "us-east-1"  # fixed, so that signing never asks the server
GONE: Final = frozenset({"NoSuchKey", "NoSuchObject", "NotFound"})


class ObjectMissing(Exception):
    """There is no object of that key (yet)."""


class ObjectTooLarge(Exception):
    """The object is larger than the caller allows."""


class PostForm(msgspec.Struct, frozen=True):
    """Where and with which fields a browser posts one file (S3 POST policy); the file is the last field."""

    url: str
    fields: dict[str, str]


class ObjectStore:
    """One bucket. Links are signed for the public origin, so that phones reach it through the one port."""

    def __init__(self, settings: Settings) -> None:
        self.bucket = settings.s3_bucket
        self.public_origin = settings.public_origin.rstrip("/")
        keys = (settings.s3_access_key, settings.s3_secret_key)
        self._inside = _client(settings.s3_endpoint, keys)
        self._signer = _client(self.public_origin, keys)

    async def ready(self) -> bool:
        """Tell whether the bucket answers; raises what the client raises when the server does not."""
        return await asyncio.to_thread(self._inside.bucket_exists, self.bucket)

    async def put(self, key: str, data: bytes, content_type: str) -> None:
        """Write an object; writing it again replaces it."""
        await asyncio.to_thread(self.write, key, data, content_type)

    def write(self, key: str, data: bytes, content_type: str) -> None:
        """Write an object as `put` does, for code that waits."""
        self._inside.put_object(self.bucket, key, BytesIO(data), len(data), content_type=content_type)

    async def size(self, key: str) -> int:
        """Return an object's size in bytes. Raises ObjectMissing."""
        try:
            found = await asyncio.to_thread(self._inside.stat_object, self.bucket, key)
        except S3Error as error:
            raise _missing(error, key) from error
        return found.size or 0

    async def get(self, key: str, max_bytes: int) -> bytes:
        """Read an object. Raises ObjectMissing, and ObjectTooLarge above `max_bytes`."""
        return await asyncio.to_thread(self.read, key, max_bytes)

    def read(self, key: str, max_bytes: int) -> bytes:
        """Read an object as `get` does, for code that waits."""
        try:
            response = self._inside.get_object(self.bucket, key)
        except S3Error as error:
            raise _missing(error, key) from error
        try:
            data = response.read(max_bytes + 1)
        finally:
            response.close()
            response.release_conn()
        if len(data) > max_bytes:
            raise ObjectTooLarge(key)
        return data

    def listed(self) -> dict[str, str]:
        """Return every object's key with what tells one content of it from another."""
        found = self._inside.list_objects(self.bucket, recursive=True)
        return {each.object_name or "": f"{each.etag}-{each.size}" for each in found}

    def fetch(self, key: str, path: Path) -> str:
        """Write an object to a file, whole or not at all, and return its type. Raises ObjectMissing."""
        try:
            kind = self._inside.stat_object(self.bucket, key).content_type
            self._inside.fget_object(self.bucket, key, str(path))
        except S3Error as error:
            raise _missing(error, key) from error
        return kind or "application/octet-stream"

    def put_back(self, key: str, path: Path, content_type: str) -> None:
        """Write an object from a file."""
        self._inside.fput_object(self.bucket, key, str(path), content_type=content_type)

    async def delete(self, key: str) -> None:
        """Remove an object, if it is there."""
        await asyncio.to_thread(self._inside.remove_object, self.bucket, key)

    def presign_get(self, key: str, expires: timedelta = timedelta(minutes=15)) -> str:
        """Return a link that reads one object until it expires; signing needs no network."""
        return self._signer.presigned_get_object(self.bucket, key, expires=expires)

    def post_policy(self, key: str, size: int, content_type: str, expires: timedelta = timedelta(hours=1)) -> PostForm:
        """Return the form for one upload: exactly this key, this type and this number of bytes."""
        policy = PostPolicy(self.bucket, datetime.now(UTC) + expires)
        policy.add_equals_condition("key", key)
        policy.add_equals_condition("Content-Type", content_type)
        policy.add_content_length_range_condition(size, size)
        fields = self._signer.presigned_post_policy(policy)
        return PostForm(f"{self.public_origin}/{self.bucket}", {"key": key, "Content-Type": content_type, **fields})


def _client(origin: str, keys: tuple[str, str]) -> Minio:
    parts = urlsplit(origin)
    http = urllib3.PoolManager(
        maxsize=8, timeout=urllib3.Timeout(connect=3, read=30), retries=urllib3.Retry(total=2, backoff_factor=0.2)
    )
    return Minio(
        parts.netloc,
        access_key=keys[0],
        secret_key=keys[1],
        secure=parts.scheme == "https",
        region=REGION,
        http_client=http,
    )


def _missing(error: S3Error, key: str) -> Exception:
    return ObjectMissing(key) if error.code in GONE else error
