"""An installation to measure: embedded servers, an organization with sixty stores, an administrator."""

import secrets
import socket
from pathlib import Path
from uuid import UUID

from storewalk.composition import build_platform
from storewalk.core.messages import read_catalog
from storewalk.core.platform import Platform
from storewalk.core.settings import load
from storewalk.maintenance import migrate
from storewalk.stores import api as stores
from storewalk.worker import resources
from storewalk_embedded.api import Services
from tests.factories.organization import Org, found_organization

ROOT = Path(__file__).resolve().parents[2]
STORES = 60


class Installation:
    """What a measurement needs to know."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.environment = {
            "STOREWALK_DATABASE_URL": services.app_url,
            "STOREWALK_OWNER_DATABASE_URL": services.owner_url,
            "STOREWALK_S3_ENDPOINT": f"http://{services.s3_endpoint}",
            "STOREWALK_S3_ACCESS_KEY": services.s3_access_key,
            "STOREWALK_S3_SECRET_KEY": services.s3_secret_key,
            "STOREWALK_PUBLIC_ORIGIN": "http://127.0.0.1:8080",
            "STOREWALK_SECRET_KEY": secrets.token_urlsafe(32),
            "STOREWALK_VAPID_PRIVATE_KEY": "iiTWPpuQvPz8SZ4sPlmLTcKZ8DWDhBdTFPOfCVVpHPs",
            "STOREWALK_VAPID_SUBJECT": "mailto:push@storewalk.invalid",
            "STOREWALK_MODEL": str(ROOT / "ml/models/shelf.onnx"),
            "STOREWALK_FACE_MODEL": str(ROOT / "ml/models/faces.onnx"),
            "PYTHONPATH": str(ROOT),
        }
        self.settings = load(self.environment)
        migrate(self.settings)
        self.org: Org
        self.platform: Platform

    async def furnish(self) -> None:
        """Found the organization and open its stores."""
        self.platform = build_platform(self.settings, catalog=read_catalog(), resources=resources(self.settings))
        self.org = await found_organization(self.platform, 1)
        async with self.platform.transaction(self.org.system) as tx:
            for number in range(STORES):
                form = stores.AddStore(code=f"N{number:03}", name=f"第 {number} 店", region_id=self.org.places["A"])
                await stores.add_store(tx, form)

    @property
    def login(self) -> dict[str, str]:
        """The administrator's credentials."""
        return {"username": "admin", "password": self.org.password, "organization": self.org.code}

    @property
    def store_id(self) -> UUID:
        """A store."""
        return self.org.places["A1"]


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
