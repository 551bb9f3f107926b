"""``shelfvision retrain`` and ``models``: from corrections to a version, and which version counts."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct

from shelfvision.commands.options import heavy, needs_model, print_json
from shelfvision.learning.label_set import read_labels
from shelfvision.learning.manifest import Manifest
from shelfvision.learning.registry import Registry, RegistryFault
from shelfvision.learning.retrain import Place, retrain

if TYPE_CHECKING:
    import argparse

MINUTES = 20.0


class Listed(Struct):
    """A version as it is listed: whether it counts, what is wrong with its file, and what is kept of it."""

    counts: bool
    fault: str | None
    kept: Manifest


def describe_retrain(parser: argparse.ArgumentParser) -> None:
    """Describe the training on corrections."""
    needs_model(parser)
    parser.add_argument("--labels", type=Path, required=True, help="ZIP that the console's page of labels exports")
    parser.add_argument("--into", type=Path, required=True, help="folder of versions, as STOREWALK_MODEL names it")
    _for_organization(parser)
    parser.add_argument("--minutes", type=float, default=MINUTES, help="how long to train at most")
    parser.add_argument("--threads", type=int, default=2)
    parser.set_defaults(command=learn)


def describe_models(parser: argparse.ArgumentParser) -> None:
    """Describe the choice of a version."""
    parser.add_argument("act", choices=("list", "promote", "rollback"))
    parser.add_argument("version", nargs="?", help="the version to promote")
    parser.add_argument("--folder", type=Path, required=True, help="folder of versions, as STOREWALK_MODEL names it")
    _for_organization(parser)
    parser.set_defaults(command=models)


def _for_organization(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organization", type=UUID, metavar="ID", help="its own versions, not those of all")


def learn(chosen: argparse.Namespace) -> None:
    """Train on an organization's corrections; the new version counts if the rule promotes it.

    What the training says of itself goes to the standard error: the answer is all that stands in the output.
    """
    labels = read_labels(chosen.labels)
    organization = str(chosen.organization) if chosen.organization else None
    place = Place(chosen.into, organization, chosen.model)
    with redirect_stdout(sys.stderr):
        tuner = heavy("training.tune").FineTuner(minutes=chosen.minutes, threads=chosen.threads)
        manifest = retrain(labels, place, tuner, datetime.now(UTC))
    print_json(manifest)


def models(chosen: argparse.Namespace) -> None:
    """List the versions, or make one count."""
    registry = Registry(chosen.folder / str(chosen.organization) if chosen.organization else chosen.folder)
    if chosen.act == "list":
        pointer = registry.pointer()
        counts = pointer.version if pointer else None
        print_json([Listed(each.version == counts, _fault(registry, each), each) for each in registry.versions()])
    elif chosen.act == "promote":
        if chosen.version is None:
            raise RegistryFault("promote needs the version: see shelfvision models list")
        print_json(registry.promote(chosen.version))
    else:
        print_json(registry.rollback())


def _fault(registry: Registry, manifest: Manifest) -> str | None:
    """Say what is wrong with a version's file."""
    try:
        registry.model(manifest.version)
    except RegistryFault as fault:
        return str(fault)
    return None
