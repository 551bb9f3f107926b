"""What the S3 server itself refuses: the policy and the links hold without any word of ours."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest

from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.photos import keys
from tests.factories.client import Client
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration

DATA = jpeg(1)


async def form(phone: Phone, org: Org) -> dict[str, Any]:
    """Register a photo of `DATA` and return its upload form."""
    return (await phone.register(registration(DATA, org.places["A1"])))["upload"]


def with_fields(upload: Mapping[str, Any], **fields: str) -> dict[str, Any]:
    return {**upload, "fields": {**upload["fields"], **fields}}


@pytest.mark.parametrize("data", [DATA + b"x", DATA[:-1], b""], ids=["bigger", "smaller", "empty"])
async def test_another_size_is_refused(phone: Phone, org: Org, objects: ObjectStore, data: bytes) -> None:
    upload = await form(phone, org)
    assert 400 <= (await phone.send(upload, data)).status_code < 500
    with pytest.raises(ObjectMissing):
        await objects.size(upload["fields"]["key"])


async def test_another_key_is_refused(phone: Phone, org: Org, objects: ObjectStore) -> None:
    elsewhere = keys.original(org.id, uuid4())
    upload = with_fields(await form(phone, org), key=elsewhere)
    assert (await phone.send(upload, DATA)).status_code == 403
    with pytest.raises(ObjectMissing):
        await objects.size(elsewhere)


async def test_another_type_is_refused(phone: Phone, org: Org, objects: ObjectStore) -> None:
    upload = with_fields(await form(phone, org), **{"Content-Type": "text/html"})
    assert (await phone.send(upload, DATA)).status_code == 403
    with pytest.raises(ObjectMissing):
        await objects.size(upload["fields"]["key"])


async def test_a_forged_signature_is_refused(phone: Phone, org: Org) -> None:
    upload = await form(phone, org)
    signature = upload["fields"]["x-amz-signature"]
    forged = with_fields(upload, **{"x-amz-signature": signature[:-1] + ("0" if signature[-1] != "0" else "1")})
    assert (await phone.send(forged, DATA)).status_code == 403


async def test_an_expired_policy_is_refused(phone: Phone, org: Org, objects: ObjectStore) -> None:
    key = keys.upload(org.id, uuid4())
    late = objects.post_policy(key, len(DATA), "image/jpeg", timedelta(seconds=-5))
    assert (await phone.send({"url": late.url, "fields": late.fields}, DATA)).status_code == 403
    with pytest.raises(ObjectMissing):
        await objects.size(key)


async def test_without_a_signature_nothing_is_read_written_or_listed(
    phone: Phone, org: Org, run_jobs: JobRunner, anonymous: Client
) -> None:
    photo_id = await phone.hand_in(DATA, registration(DATA, org.places["A1"]))
    await run_jobs()
    link = urlsplit((await phone.look(photo_id))["links"]["large"])
    bucket = link.path.split("/")[1]
    assert (await anonymous.http.get(link.path)).status_code == 403
    assert (await anonymous.http.get(f"/{bucket}/{keys.original(org.id, UUID(photo_id))}")).status_code == 403
    assert (await anonymous.http.get(f"/{bucket}")).status_code == 403
    assert (await anonymous.http.put(link.path, content=b"x")).status_code == 403


async def test_a_link_opens_its_own_object_only(phone: Phone, org: Org, run_jobs: JobRunner, anonymous: Client) -> None:
    photo_id = await phone.hand_in(DATA, registration(DATA, org.places["A1"]))
    await run_jobs()
    link = (await phone.look(photo_id))["links"]["large"]
    assert (await anonymous.http.get(link)).status_code == 200
    assert (await anonymous.http.get(link.replace("large.jpg", "original"))).status_code == 403
    assert "X-Amz-Expires=600" in link
