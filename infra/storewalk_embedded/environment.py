"""Storewalk's settings for its own processes, as environment variables."""

import os
from pathlib import Path

from storewalk_embedded.api import BUCKET, Services
from storewalk_embedded.lan import Lan

REPOSITORY = Path(__file__).resolve().parents[2]

DEFAULTS = {"STOREWALK_VAPID_SUBJECT": "mailto:operator@storewalk.local", "STOREWALK_DEMO": "1"}
"""What the caller's own environment may overrule."""


def origin(port: int) -> str:
    """The one address that browsers use."""
    return f"http://127.0.0.1:{port}"


def settings(services: Services, port: int, lan: Lan | None = None) -> dict[str, str]:
    """The caller's environment with everything that migrations, API and worker need to know."""
    return {
        **DEFAULTS,
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "STOREWALK_DATABASE_URL": services.app_url,
        "STOREWALK_OWNER_DATABASE_URL": services.owner_url,
        "STOREWALK_S3_ENDPOINT": f"http://{services.s3_endpoint}",
        "STOREWALK_S3_ACCESS_KEY": services.s3_access_key,
        "STOREWALK_S3_SECRET_KEY": services.s3_secret_key,
        "STOREWALK_S3_BUCKET": BUCKET,
        "STOREWALK_PROXY_S3": "1",
        "STOREWALK_SECRET_KEY": services.secrets.session_secret,
        "STOREWALK_DATA_KEY": services.secrets.data_key,
        "STOREWALK_VAPID_PRIVATE_KEY": services.secrets.vapid_private_key,
        "STOREWALK_PUBLIC_ORIGIN": origin(port),
        "STOREWALK_PORT": str(port),
        "STOREWALK_PWA_DIR": str(REPOSITORY / "pwa" / "dist"),
        "STOREWALK_MODEL": str(REPOSITORY / "ml" / "models" / "shelf.onnx"),
        "STOREWALK_FACE_MODEL": str(REPOSITORY / "ml" / "models" / "faces.onnx"),
        **(lan.settings(port) if lan else {}),
    }
