"""Why one of many orders could not be decided so, in the reader's words."""

import tomllib
from pathlib import Path
from typing import Final

from storewalk.core.errors import DomainError
from storewalk.core.messages import Catalog

TEXTS: Final = Catalog(tomllib.loads((Path(__file__).parent / "messages.toml").read_text("utf-8")))


def said(error: DomainError, locale: str) -> str:
    """Return what a refusal of this room says."""
    return TEXTS.text(error.message_key, locale, error.params)
