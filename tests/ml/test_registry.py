"""Versions of the model: added whole, promoted, taken back; a damaged one is refused and the last good one goes on."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import msgspec
import pytest

from shelfvision.cli import main
from shelfvision.inference.api import ModelUnavailable
from shelfvision.learning import source
from shelfvision.learning.manifest import Manifest, Outcome
from shelfvision.learning.registry import MODEL, POINTER, Pointer, Registry, RegistryFault, digest
from shelfvision.learning.source import ModelSource

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
ORGANIZATION = "0192f0c1-2345-7000-8000-000000000001"


def add(registry: Registry, model: Path, version: str, days: int = 0) -> None:
    """Add the shipped model's file as a version of that name."""
    kept = Manifest(version, digest(model), NOW + timedelta(days=days), Outcome.PROMOTED, "better")
    registry.add(model, kept)


@pytest.fixture
def registry(tmp_path: Path, model_path: Path) -> Registry:
    """A folder with versions a, b and c, of which a counts."""
    made = Registry(tmp_path / "models")
    for days, version in enumerate("abc"):
        add(made, model_path, version, days)
    made.promote("a")
    return made


def test_versions_count_in_turn_and_are_taken_back_in_turn(registry: Registry) -> None:
    assert [each.version for each in registry.versions()] == ["a", "b", "c"]
    assert registry.promote("b") == Pointer("b", ("a",))
    assert registry.promote("b") == Pointer("b", ("a",))  # twice is once
    assert registry.promote("c") == Pointer("c", ("a", "b"))
    assert registry.rollback() == Pointer("b", ("a",))
    assert registry.rollback() == registry.pointer() == Pointer("a")
    with pytest.raises(RegistryFault, match="no version counted before"):
        registry.rollback()
    assert registry.pointer() == Pointer("a")
    assert sorted(file.name for file in registry.folder.iterdir()) == ["a", "b", "c", POINTER]


def test_what_is_missing_taken_or_damaged_is_never_promoted(registry: Registry, model_path: Path) -> None:
    with pytest.raises(RegistryFault, match="version d is not in"):
        registry.promote("d")
    with pytest.raises(RegistryFault, match=r"version a is in .* already"):
        add(registry, model_path, "a")
    (registry.folder / "b" / MODEL).write_bytes(b"half of it")
    with pytest.raises(RegistryFault, match="version b is damaged"):
        registry.promote("b")
    assert registry.pointer() == Pointer("a")
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"version":"../../etc"}', type=Pointer)


def test_a_newly_promoted_version_is_taken_up_between_photos_and_a_damaged_one_is_told_and_passed_over(
    registry: Registry,
) -> None:
    told: list[str] = []
    versions = ModelSource(registry.folder, told.append)
    first = versions.reader("")
    assert versions.reader("") is first
    registry.promote("b")
    second = versions.reader("")
    assert second is not first
    registry.promote("c")
    (registry.folder / "c" / MODEL).write_bytes(b"half of it")
    assert [versions.reader("") for _ in range(3)] == [second] * 3
    assert len(told) == 1
    assert "version c is damaged" in told[0]
    (registry.folder / POINTER).write_bytes(b"{")
    assert versions.reader("") is second
    assert "current.json is damaged" in told[1]
    registry.folder.joinpath(POINTER).unlink()
    assert versions.reader("") is second
    assert "no version counts" in told[2]


def test_an_organization_reads_by_its_own_version_and_others_by_the_common_one(
    registry: Registry, model_path: Path
) -> None:
    told: list[str] = []
    versions = ModelSource(registry.folder, told.append)
    common = versions.reader(ORGANIZATION)
    own = Registry(registry.folder / ORGANIZATION)
    add(own, model_path, "own-1")
    assert versions.reader(ORGANIZATION) is common  # added, but it does not count
    own.promote("own-1")
    mine = versions.reader(ORGANIZATION)
    assert mine is not common
    assert versions.reader("another") is common
    assert [each.version for each in registry.versions()] == ["a", "b", "c"]
    (own.folder / "own-1" / MODEL).unlink()
    own.folder.joinpath(POINTER).write_bytes(b'{"version":"own-1","before":[]} ')
    assert versions.reader(ORGANIZATION) is mine  # the last good one
    fresh = ModelSource(registry.folder, told.append)
    assert fresh.reader(ORGANIZATION).version == common.version  # a new worker has no good one of the organization's
    assert len(told) == 2


def test_a_plain_file_may_be_replaced_and_none_at_all_is_unavailable_until_there_is_one(
    tmp_path: Path, model_path: Path
) -> None:
    told: list[str] = []
    file = tmp_path / "shelf.onnx"
    versions = ModelSource(file, told.append)
    for _ in range(2):
        with pytest.raises(ModelUnavailable, match=r"shelf\.onnx is missing"):
            versions.reader("")
    shutil.copy(model_path, file)
    reader = versions.reader("")
    file.write_bytes(b"damaged")
    assert versions.reader("") is reader
    assert len(told) == 2


def test_no_more_models_are_held_than_a_worker_has_memory_for(
    registry: Registry, model_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MOST_LOADED", 1)
    own = Registry(registry.folder / ORGANIZATION)
    add(own, model_path, "own")
    own.promote("own")
    readers = ModelSource(registry.folder, print)
    common, mine = readers.reader(""), readers.reader(ORGANIZATION)
    assert readers.reader(ORGANIZATION) is mine
    assert readers.reader("") is not common


def test_a_reader_never_sees_half_a_pointer_while_versions_change(registry: Registry) -> None:
    seen: set[str] = set()
    done = False

    def watch() -> None:
        while not done:
            pointer = registry.pointer()
            seen.add(pointer.version if pointer else "none")

    thread = Thread(target=watch)
    thread.start()
    for _ in range(5):
        for version in "bca":
            registry.promote(version)
    done = True
    thread.join()
    assert seen <= {"a", "b", "c"}


def test_the_command_line_lists_promotes_and_goes_back(
    registry: Registry, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def said(*arguments: str) -> bytes:
        assert main(["models", *arguments, "--folder", str(registry.folder)]) == 0
        return capfdbinary.readouterr().out

    assert msgspec.json.decode(said("promote", "b"), type=Pointer) == Pointer("b", ("a",))
    (registry.folder / "c" / MODEL).write_bytes(b"half of it")
    listed = msgspec.json.decode(said("list"))
    assert [(each["kept"]["version"], each["counts"], each["fault"] is None) for each in listed] == [
        ("a", False, True), ("b", True, True), ("c", False, False)
    ]  # fmt: skip
    assert msgspec.json.decode(said("rollback"), type=Pointer) == Pointer("a")
    assert main(["models", "promote", "c", "--folder", str(registry.folder)]) == 1
    assert b"shelfvision: version c is damaged" in capfdbinary.readouterr().err
