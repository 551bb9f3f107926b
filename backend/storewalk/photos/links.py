"""Turning object keys into addresses, after the commit and again on every replay; nothing signed is ever kept."""

from datetime import timedelta
from typing import Final, TypeVar

import msgspec

from storewalk.core.platform import Platform
from storewalk.photos.schemas import PhotoLinks, PhotoOut, RegisteredPhoto, ShareOut, Upload

VIEW_FOR: Final = timedelta(minutes=10)
UPLOAD_FOR: Final = timedelta(hours=1)
SHORTEST: Final = timedelta(seconds=1)  # that a link can be signed for

P = TypeVar("P", bound=PhotoOut)


def sign(platform: Platform, photo: P) -> P:
    """Give a ready photo links that open its renditions for ten minutes.

    The bytes that a phone sent are never linked: they may hold a position in EXIF, or another file behind the picture.
    Those of a spoken note are, once every part of them was found to be sound.
    """
    address = platform.objects.presign_get
    if photo.sound is not None:
        return msgspec.structs.replace(photo, sound=address(photo.sound, VIEW_FOR))
    if photo.links is None:
        return photo
    links = PhotoLinks(large=address(photo.links.large, VIEW_FOR), small=address(photo.links.small, VIEW_FOR))
    return msgspec.structs.replace(photo, links=links)


def sign_upload(platform: Platform, photo: RegisteredPhoto) -> RegisteredPhoto:
    """Give an awaited photo a policy for one hour: this key, this size and this type only."""
    photo = sign(platform, photo)
    if photo.upload is None or photo.content_type is None:
        return photo
    form = platform.objects.post_policy(photo.upload.url, photo.size, photo.content_type, UPLOAD_FOR)
    return msgspec.structs.replace(photo, upload=Upload(url=form.url, fields=form.fields))


def sign_share(platform: Platform, share: ShareOut) -> ShareOut:
    """Give an open share its link, which expires with it."""
    left = share.expires_at - platform.clock.now()
    if share.link is None or left < SHORTEST:
        return msgspec.structs.replace(share, link=None)
    return msgspec.structs.replace(share, link=platform.objects.presign_get(share.link, left))
