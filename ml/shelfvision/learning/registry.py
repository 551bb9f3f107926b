"""Versions of the model in a folder, and the pointer to the one that counts.

``FOLDER/VERSION/model.onnx`` with ``manifest.json`` beside it; ``FOLDER/current.json`` names the version that counts
and those that did before. ``FOLDER/ORGANIZATION/`` holds an organization's own in the same way. A version is written
under another name and then renamed, and the pointer is replaced in one step, so that a reader never sees half of
either, whenever the writer dies. Standard library and msgspec only: a process without numpy may look.
"""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp

import msgspec

from shelfvision.learning.manifest import Manifest, Name

POINTER = "current.json"
MODEL = "model.onnx"
MANIFEST = "manifest.json"


class RegistryFault(Exception):
    """What was asked of a folder of versions cannot be done; the text names the version and the fault."""


class Pointer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The version that counts, and those that counted before it, the last one at the end."""

    version: Name
    before: tuple[Name, ...] = ()


class Registry:
    """The versions of one folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not exist before a version is added."""
        self.folder = folder

    def add(self, model: Path, manifest: Manifest) -> None:
        """Keep a version, which does not make it count. Raises RegistryFault where its name is taken."""
        self.expect_new(manifest.version)
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=".draft-", dir=self.folder))
        try:
            shutil.copyfile(model, draft / MODEL)
            (draft / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
            draft.chmod(0o755)
            draft.rename(self.folder / manifest.version)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise

    def expect_new(self, version: str) -> None:
        """Raise RegistryFault where there is a version of that name."""
        if (self.folder / version).exists():
            raise RegistryFault(f"version {version} is in {self.folder} already")

    def versions(self) -> list[Manifest]:
        """List all versions, the oldest first."""
        found = [self.manifest(file.parent.name) for file in self.folder.glob(f"*/{MANIFEST}")]
        return sorted(found, key=lambda each: (each.made_at, each.version))

    def manifest(self, version: str) -> Manifest:
        """Read what is kept of a version. Raises RegistryFault where there is none or it is damaged."""
        file = self.folder / version / MANIFEST
        try:
            return msgspec.json.decode(file.read_bytes(), type=Manifest)
        except FileNotFoundError as error:
            raise RegistryFault(f"version {version} is not in {self.folder}") from error
        except (msgspec.DecodeError, OSError) as error:
            raise RegistryFault(f"{file} is damaged: {error}") from error

    def model(self, version: str) -> Path:
        """Return a version's file. Raises RegistryFault where it is not the one that was added."""
        manifest, file = self.manifest(version), self.folder / version / MODEL
        if not file.is_file() or digest(file) != manifest.sha256:
            raise RegistryFault(f"version {version} is damaged: {file} is not the file that was added")
        return file

    def pointer(self) -> Pointer | None:
        """Return which version counts, None before any was promoted. Raises RegistryFault where it is damaged."""
        file = self.folder / POINTER
        try:
            return msgspec.json.decode(file.read_bytes(), type=Pointer)
        except FileNotFoundError:
            return None
        except (msgspec.DecodeError, OSError) as error:
            raise RegistryFault(f"{file} is damaged: {error}") from error

    def promote(self, version: str) -> Pointer:
        """Make a version count from now on. Raises RegistryFault where it is missing or damaged."""
        self.model(version)
        now = self.pointer()
        if now is not None and now.version == version:
            return now
        return self._point(Pointer(version, (*now.before, now.version) if now else ()))

    def rollback(self) -> Pointer:
        """Make the version count again that counted before. Raises RegistryFault where none did or it is damaged."""
        now = self.pointer()
        if now is None or not now.before:
            raise RegistryFault(f"no version counted before the present one in {self.folder}")
        self.model(now.before[-1])
        return self._point(Pointer(now.before[-1], now.before[:-1]))

    def _point(self, pointer: Pointer) -> Pointer:
        """Replace the pointer in one step."""
        with NamedTemporaryFile(dir=self.folder, prefix=".pointer-", delete=False) as draft:
            draft.write(msgspec.json.encode(pointer) + b"\n")
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).chmod(0o644)
        Path(draft.name).replace(self.folder / POINTER)
        return pointer


def digest(file: Path) -> str:
    """Return a file's SHA-256."""
    with file.open("rb") as data:
        seen = sha256()
        while part := data.read(1 << 20):
            seen.update(part)
    return seen.hexdigest()
