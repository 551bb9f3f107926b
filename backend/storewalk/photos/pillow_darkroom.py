"""The darkroom by Pillow. Only the worker's composition root imports this module."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageDraw, ImageOps

from storewalk.photos.darkroom import ContentType, Darkroom, Prints, Reason, UnfitPhoto
from storewalk.photos.draw_marks import draw_marks
from storewalk.photos.drawn import Mark
from storewalk.photos.fingerprint import signed
from storewalk.photos.pillow_exif import file_record
from storewalk.photos.pillow_stamp import font
from storewalk.photos.pillow_stamp import stamp as draw

LARGE_SIDE = 1600  # pixels of the long side; what a phone shows full-screen
LARGE_MOST = 1680  # and what is kept as the decoder gave it: 5 % smaller would cost as much as the decoding
SMALL_SIDE = 320
MAX_PIXELS = 54_000_000  # a 50-megapixel phone sensor is 8160 x 6144
MIN_SIDE = 16
MARKED_QUALITY = 80
FLAT = 2.0  # grey levels of standard deviation below which a picture carries no structure

ORIENTATION, SIDEWAYS = 0x0112, range(5, 9)  # the EXIF tag, and its values that swap width and height

FORMATS = {"JPEG": ContentType.JPEG, "MPO": ContentType.JPEG, "PNG": ContentType.PNG, "WEBP": ContentType.WEBP}
WITH_TRANSPARENCY = {"RGBA", "LA", "PA", "RGBa", "La"}
SIXTEEN_BIT = {"I;16", "I;16B", "I;16L", "I;16N", "I"}

Picture = Image.Image


class PillowDarkroom(Darkroom):
    """Develops in a small pool of threads: Pillow frees the interpreter lock while it decodes, scales and encodes."""

    def __init__(self, threads: int) -> None:
        """Bound both CPU and memory: at most `threads` decoded photos exist at once."""
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="darkroom")

    async def develop(self, data: bytes, content_type: ContentType, stamp: Sequence[str] = ()) -> Prints:
        """Develop one photo in the pool; see `Darkroom.develop`."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, develop, data, content_type, stamp)

    async def mark(self, copy: bytes, marks: Sequence[Mark]) -> bytes:
        """Draw in the pool; see `Darkroom.mark`."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, marked, copy, marks)

    async def pixels(self, original: bytes, longest: int) -> NDArray[np.uint8]:
        """Decode one original in the pool; see `Darkroom.pixels`."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, pixels, original, longest)


def develop(data: bytes, content_type: ContentType, stamp: Sequence[str] = ()) -> Prints:
    """Decode, turn upright, scale, stamp and encode one photo.

    Raises:
        UnfitPhoto: the bytes are no still picture of that type within the limits.

    """
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
            width, height = inspect(picture, content_type)
            record = file_record(picture)
            large = render(picture, LARGE_SIDE, LARGE_MOST)
    except (UnfitPhoto, MemoryError):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnfitPhoto(Reason.TOO_LARGE) from None
    except Exception as fault:  # a hostile file makes a decoder raise anything; trying it again would not help
        raise UnfitPhoto(Reason.UNREADABLE) from fault
    small = large.resize(fitted(large.size, SMALL_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    fingerprint = difference_hash(small)
    draw(large, stamp)
    return Prints(width, height, as_jpeg(large), encode(small, 76), fingerprint, record)


def marked(copy: bytes, marks: Sequence[Mark]) -> bytes:
    """Draw marks into an upright copy; see `Darkroom.mark`."""
    with Image.open(BytesIO(copy)) as picture:
        drawn = picture.convert("RGB")
    draw_marks(ImageDraw.Draw(drawn), font, drawn.size, marks)
    return encode(drawn, MARKED_QUALITY)


def pixels(original: bytes, longest: int) -> NDArray[np.uint8]:
    """Decode a verified original; see `Darkroom.pixels`."""
    try:
        with Image.open(BytesIO(original), formats=("JPEG", "PNG", "WEBP")) as picture:
            return np.asarray(render(picture, longest))
    except (OSError, ValueError) as fault:
        raise UnfitPhoto(Reason.UNREADABLE) from fault


def inspect(picture: Picture, content_type: ContentType) -> tuple[int, int]:
    """Check type, frames and dimensions from the header alone; return the upright size in pixels.

    Raises:
        UnfitPhoto: another type than declared, an animation, or dimensions out of bounds.

    """
    if FORMATS.get(picture.format or "") is not content_type:
        raise UnfitPhoto(Reason.WRONG_TYPE)
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise UnfitPhoto(Reason.TOO_LARGE)
    if min(width, height) < MIN_SIDE:
        raise UnfitPhoto(Reason.TOO_SMALL)
    # A phone's JPEG may carry a second picture (MPO: depth, preview); its first frame is the photo.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise UnfitPhoto(Reason.ANIMATED)
    turned = picture.getexif().get(ORIENTATION, 1) in SIDEWAYS
    return (height, width) if turned else (width, height)


def render(picture: Picture, longest: int, most: int = 0) -> Picture:
    """Decode the whole file and return it upright, in sRGB, on white, its long side at most `longest` pixels.

    A side of up to `most` pixels, where that is more, is left as it is.
    """
    picture.draft(
        None, fitted(picture.size, longest)
    )  # lets a JPEG be decoded at 1/2, 1/4 or 1/8; every byte is still read
    picture.load()
    profile = picture.info.get("icc_profile")
    upright = flattened(picture)
    ImageOps.exif_transpose(upright, in_place=True)
    if max(upright.size) > most:
        upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return in_srgb(upright, profile)


def fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """Return a size of the same shape whose longer side is at most `longest` pixels."""
    scale = min(1.0, longest / max(size))
    return (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))


def flattened(picture: Picture) -> Picture:
    """Bring 16-bit, palette and transparent pictures to 8 bits without alpha; CMYK stays for its profile."""
    if picture.mode in SIXTEEN_BIT:
        levels = np.asarray(picture).astype(np.uint32)
        grey = Image.fromarray((levels >> 8).clip(0, 255).astype(np.uint8))
        grey.info["exif"] = picture.info.get("exif", b"")
        return grey
    if picture.mode in WITH_TRANSPARENCY or "transparency" in picture.info:
        exif = picture.getexif()
        front = picture.convert("RGBA")
        paper = Image.new("RGB", front.size, "white")
        paper.paste(front, mask=front.getchannel("A"))
        paper.info["exif"] = exif.tobytes()
        return paper
    return picture if picture.mode in {"RGB", "CMYK"} else picture.convert("RGB")


def in_srgb(picture: Picture, profile: bytes | None) -> Picture:
    """Convert from the embedded colour profile; a missing or broken profile is taken for sRGB."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def as_jpeg(picture: Picture) -> bytes:
    """Encode as JPEG with no EXIF, no comment and no profile: a tenth of the work of WebP for a fifth more bytes."""
    out = BytesIO()
    picture.save(out, "JPEG", quality=82, exif=b"", comment=b"", icc_profile=None)
    return out.getvalue()


def encode(picture: Picture, quality: int) -> bytes:
    """Encode as WebP with no EXIF, no XMP and no profile."""
    out = BytesIO()
    picture.save(out, "WEBP", quality=quality, method=2, exif=b"", xmp=b"", icc_profile=b"")
    return out.getvalue()


def difference_hash(picture: Picture) -> int | None:
    """Fingerprint by the signs of horizontal differences on a 9 x 8 grey picture, as a signed 64-bit number.

    dHash: N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 2013. None where the picture is nearly one
    tone: signs of noise would make all dark photos alike.
    """
    grey = np.asarray(picture.convert("L").resize((9, 8), Image.Resampling.LANCZOS)).astype(np.int16)
    if float(grey.std()) < FLAT:
        return None
    rises = (grey[:, 1:] > grey[:, :-1]).ravel()
    return signed(int.from_bytes(np.packbits(rises).tobytes()))
