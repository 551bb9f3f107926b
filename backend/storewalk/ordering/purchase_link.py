"""The link under which a supplier finds its order: as hard to guess as the installation's secret, and kept nowhere."""

import base64
import hmac
from datetime import timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.settings import Settings

DOOR: Final = "/api/supplier"
LIFE: Final = timedelta(days=14)
"""How long a link holds after each sending."""


class Links(Struct, frozen=True):
    """Makes the links of an installation."""

    secret: str
    origin: str

    def token(self, org_id: UUID, purchase_id: UUID) -> str:
        """Return the order's token: HMAC-SHA-256 of its ids under the secret, so that it can be made again."""
        mac = hmac.digest(self.secret.encode(), b"purchase:" + org_id.bytes + purchase_id.bytes, "sha256")
        return base64.urlsafe_b64encode(mac).decode().rstrip("=")

    def url(self, org_id: UUID, purchase_id: UUID) -> str:
        """Return the address that the supplier opens."""
        return f"{self.origin}{DOOR}/{self.token(org_id, purchase_id)}"


def links_of(settings: Settings) -> Links:
    """Return what makes the links of an installation."""
    return Links(settings.secret_key, settings.public_origin)
