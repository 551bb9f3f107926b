"""Decoding: what is accepted comes out upright, small and clean; what is not is refused with its reason."""

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from storewalk.photos.darkroom import ContentType, Prints, Reason, UnfitPhoto
from storewalk.photos.fingerprint import NEAR, distance
from storewalk.photos.pillow_darkroom import PillowDarkroom, develop
from tests.factories.photos import encoded, jpeg, picture

RED, BLUE = (200, 30, 30), (30, 30, 200)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data), formats=("WEBP", "JPEG"))


def halves(size: tuple[int, int] = (200, 100)) -> Image.Image:
    """Return a picture red on the left and blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return image


def near(pixel: object, colour: tuple[int, int, int], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(np.asarray(pixel).tolist(), colour, strict=True))


def refusal(data: bytes, content_type: ContentType = ContentType.JPEG) -> Reason:
    with pytest.raises(UnfitPhoto) as refused:
        develop(data, content_type)
    return refused.value.reason


def png_header(width: int, height: int) -> bytes:
    """Return the start of a PNG that claims a size and holds one byte of pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def test_a_phone_photo_gets_both_renditions_and_keeps_its_own_size() -> None:
    prints = develop(jpeg(size=(4000, 3000)), ContentType.JPEG)
    assert (prints.width, prints.height) == (4000, 3000)
    assert opened(prints.large).size == (1600, 1200)
    assert opened(prints.small).size == (320, 240)


def test_a_small_photo_is_not_enlarged() -> None:
    prints = develop(jpeg(size=(300, 200)), ContentType.JPEG)
    assert opened(prints.large).size == opened(prints.small).size == (300, 200)


def test_renditions_carry_no_metadata() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(picture(), exif=exif.tobytes(), icc_profile=profile)
    prints = develop(data, ContentType.JPEG)
    for rendition in (prints.large, prints.small):
        assert {"exif", "xmp", "icc_profile"}.isdisjoint(opened(rendition).info)
        assert b"Maker" not in rendition


@pytest.mark.parametrize(
    ("orientation", "corner", "size"),
    [
        (1, "left", (200, 100)),
        (3, "right", (200, 100)),
        (6, "top", (100, 200)),
        (8, "bottom", (100, 200)),
    ],
)
def test_a_rotated_photo_comes_out_upright(orientation: int, corner: str, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    prints = develop(encoded(halves(), exif=exif.tobytes(), quality=95), ContentType.JPEG)
    image = opened(prints.large)
    assert (prints.width, prints.height) == image.size == size
    spots = {
        "left": (10, size[1] // 2),
        "right": (size[0] - 10, size[1] // 2),
        "top": (size[0] // 2, 10),
        "bottom": (size[0] // 2, size[1] - 10),
    }
    assert near(image.getpixel(spots[corner]), RED)


def test_cmyk_comes_out_in_its_colours() -> None:
    image = opened(develop(encoded(halves().convert("CMYK"), quality=95), ContentType.JPEG).large)
    assert image.mode == "RGB"
    assert near(image.getpixel((20, 50)), RED)
    assert near(image.getpixel((180, 50)), BLUE)


def test_sixteen_bit_grey_keeps_its_tones() -> None:
    levels = np.full((64, 64), 40_000, dtype=np.uint16)
    levels[:, 32:] = 10_000
    image = opened(develop(encoded(Image.fromarray(levels), "PNG"), ContentType.PNG).large)
    assert near(image.getpixel((10, 32)), (156, 156, 156), by=4)
    assert near(image.getpixel((54, 32)), (39, 39, 39), by=4)


def test_transparent_and_palette_pictures_lie_on_white() -> None:
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    palette = halves().convert("P")
    assert near(opened(develop(encoded(clear, "PNG"), ContentType.PNG).large).getpixel((5, 5)), (255, 255, 255))
    assert near(opened(develop(encoded(palette, "PNG"), ContentType.PNG).large).getpixel((20, 50)), RED, by=30)


def test_an_embedded_colour_profile_is_applied() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"xXYZ").replace(b"bXYZ", b"rXYZ").replace(b"xXYZ", b"bXYZ")
    image = opened(develop(encoded(halves(), icc_profile=swapped, quality=95), ContentType.JPEG).large)
    assert near(image.getpixel((20, 50)), BLUE)
    assert near(image.getpixel((180, 50)), RED)


def test_a_broken_colour_profile_is_ignored() -> None:
    image = opened(develop(encoded(halves(), icc_profile=b"not a profile", quality=95), ContentType.JPEG).large)
    assert near(image.getpixel((20, 50)), RED)


def test_bytes_behind_the_picture_are_tolerated_but_reach_no_rendition() -> None:
    tail = b"<script>alert(1)</script>" * 20
    prints = develop(jpeg() + tail, ContentType.JPEG)
    assert b"<script>" not in prints.large + prints.small


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_photo_is_unreadable(share: float) -> None:
    data = jpeg(size=(1600, 1200))
    assert refusal(data[: int(len(data) * share)]) is Reason.UNREADABLE


@pytest.mark.parametrize("data", [b"hello, I am text", b"", b"\xff\xd8\xff" + b"A" * 500])
def test_what_is_no_picture_is_unreadable(data: bytes) -> None:
    assert refusal(data) is Reason.UNREADABLE


def test_a_gif_is_refused_whatever_it_is_called() -> None:
    assert refusal(encoded(picture(), "GIF")) is Reason.UNREADABLE


def test_another_type_than_declared_is_refused() -> None:
    assert refusal(encoded(picture(), "PNG"), ContentType.JPEG) is Reason.WRONG_TYPE
    assert refusal(jpeg(), ContentType.WEBP) is Reason.WRONG_TYPE


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_refused(kind: str) -> None:
    frames = [picture(seed, (64, 64)) for seed in (1, 2, 3)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert refusal(data, ContentType(f"image/{kind.lower()}")) is Reason.ANIMATED


def test_a_second_picture_inside_a_jpeg_is_not_an_animation() -> None:
    first, second = picture(1), picture(2, (64, 48))
    data = encoded(first, "MPO", save_all=True, append_images=[second])
    assert (develop(data, ContentType.JPEG).width, develop(data, ContentType.JPEG).height) == (640, 480)


@pytest.mark.parametrize("size", [(9000, 9000), (30_000, 30_000), (65_000, 65_000)])
def test_a_decompression_bomb_is_refused_by_its_header(size: tuple[int, int]) -> None:
    assert refusal(png_header(*size), ContentType.PNG) is Reason.TOO_LARGE


def test_a_speck_is_too_small() -> None:
    assert refusal(jpeg(size=(400, 8))) is Reason.TOO_SMALL


def test_a_smaller_poorer_copy_has_nearly_the_same_fingerprint_and_another_picture_has_not() -> None:
    one = develop(jpeg(1, (1600, 1200)), ContentType.JPEG).phash
    copy = develop(encoded(picture(1, (1600, 1200)).resize((700, 525)), quality=40), ContentType.JPEG).phash
    other = develop(jpeg(2, (1600, 1200)), ContentType.JPEG).phash
    assert one is not None
    assert copy is not None
    assert other is not None
    assert distance(one, copy) <= NEAR
    assert distance(one, other) > 3 * NEAR


def test_a_picture_of_one_tone_has_no_fingerprint() -> None:
    assert develop(encoded(Image.new("RGB", (200, 200), (9, 9, 9))), ContentType.JPEG).phash is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), min_size=1, max_size=12))
def test_any_damage_ends_in_prints_or_a_refusal(damage: list[tuple[int, int]]) -> None:
    data = bytearray(jpeg(size=(96, 64)))
    for place, value in damage:
        data[place % len(data)] = value
    try:
        end = develop(bytes(data), ContentType.JPEG)
    except UnfitPhoto as refused:
        end = refused.reason
    assert isinstance(end, Prints | Reason)


async def test_developing_leaves_the_event_loop_free() -> None:
    prints = await PillowDarkroom(threads=1).develop(jpeg(), ContentType.JPEG)
    assert (prints.width, prints.height) == (640, 480)
