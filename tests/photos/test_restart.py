"""Photos lie in the S3 server's files, not in its memory."""

from hashlib import sha256
from pathlib import Path

import msgspec

from storewalk.core.ids import new_id
from storewalk.core.objects import ObjectStore
from storewalk.core.settings import Settings
from storewalk.photos import keys
from storewalk.photos.darkroom import ContentType
from storewalk.photos.pillow_darkroom import develop
from storewalk_embedded.api import start_services
from tests.factories.photos import jpeg


async def test_photos_survive_a_restart_of_the_object_store_byte_for_byte(tmp_path: Path, settings: Settings) -> None:
    org_id, kept = new_id(), dict[str, str]()
    services = start_services(tmp_path, durable=True)
    try:
        store = store_of(settings, services.s3_endpoint, services.s3_access_key, services.s3_secret_key)
        for seed in range(6):
            photo_id, data = new_id(), jpeg(seed, (1600, 1200))
            prints = develop(data, ContentType.JPEG)
            for key, content in (
                (keys.original(org_id, photo_id), data),
                (keys.large(org_id, photo_id), prints.large),
                (keys.small(org_id, photo_id), prints.small),
            ):
                await store.put(key, content, "image/jpeg")
                kept[key] = sha256(content).hexdigest()
    finally:
        services.stop()
    again = start_services(tmp_path, durable=True)
    try:
        store = store_of(settings, again.s3_endpoint, again.s3_access_key, again.s3_secret_key)
        found = {key: sha256(await store.get(key, 20_000_000)).hexdigest() for key in kept}
    finally:
        again.stop()
    assert found == kept
    assert len(found) == 18


def store_of(settings: Settings, endpoint: str, access_key: str, secret_key: str) -> ObjectStore:
    """Return the store behind another S3 server than the session's."""
    return ObjectStore(
        msgspec.structs.replace(
            settings, s3_endpoint=f"http://{endpoint}", s3_access_key=access_key, s3_secret_key=secret_key
        )
    )
