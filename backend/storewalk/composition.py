"""Composition: what the process that serves and the one that works have in common."""

from collections.abc import Mapping
from typing import Any

from storewalk.core.clock import Clock
from storewalk.core.messages import Catalog
from storewalk.core.platform import Platform
from storewalk.core.settings import Settings
from storewalk.identity import api as identity
from storewalk.metadata import SUBSCRIBERS


def build_platform(
    settings: Settings, *, catalog: Catalog, clock: Clock | None = None, resources: Mapping[type, Any] | None = None
) -> Platform:
    """Compose what requests and jobs share."""
    return Platform(
        settings,
        authenticate=identity.authenticator(settings.secret_key),
        subscribers=SUBSCRIBERS,
        catalog=catalog,
        clock=clock,
        resources=resources,
    )
