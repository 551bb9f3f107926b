"""The commands of an installation: migrate, serve, work, demo, openapi, audit."""

import argparse
import asyncio
import os
import sys
from pathlib import Path

import msgspec
import uvicorn
import uvloop
from alembic import command as alembic
from alembic.config import Config

from storewalk import asgi, worker
from storewalk.core.settings import Settings, UnsafeSettings, load

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def migrate(settings: Settings) -> None:
    """Bring the database to the newest schema, as the owner role."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = settings.owner_database_url or settings.database_url
    alembic.upgrade(config, "head")


def serve(settings: Settings) -> None:
    """Serve requests on one port until stopped."""
    uvicorn.run(
        "storewalk.asgi:app",
        factory=True,
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


def work(settings: Settings) -> None:
    """Do background work until stopped."""
    del settings
    uvloop.run(worker.main())


def print_schema(settings: Settings) -> None:
    """Print the OpenAPI description."""
    app = asgi.build_app(settings)
    encoder = msgspec.json.Encoder(order="sorted", decimal_format="number")
    sys.stdout.write(msgspec.json.format(encoder.encode(app.openapi_schema.to_schema()), indent=1).decode() + "\n")


COMMANDS = {"migrate": migrate, "serve": serve, "work": work, "openapi": print_schema}
# Describing the API needs no database; these never reach a network.
OFFLINE = {
    "STOREWALK_DATABASE_URL": "postgresql://offline@127.0.0.1/offline",
    "STOREWALK_S3_ENDPOINT": "http://127.0.0.1:1",
    "STOREWALK_S3_ACCESS_KEY": "offline",
    "STOREWALK_S3_SECRET_KEY": "offline-secret",
    "STOREWALK_PUBLIC_ORIGIN": "http://127.0.0.1:8080",
    "STOREWALK_SECRET_KEY": "offline" * 8,
    "STOREWALK_VAPID_PRIVATE_KEY": "-",
    "STOREWALK_VAPID_SUBJECT": "mailto:offline@localhost",
}


def main() -> None:
    """Run one command with the settings of the environment."""
    parser = argparse.ArgumentParser(prog="storewalk", description=__doc__)
    parser.add_argument("command", choices=sorted(COMMANDS))
    name = parser.parse_args().command
    environment = OFFLINE if name == "openapi" else os.environ
    try:
        settings = load(environment)
    except UnsafeSettings as fault:
        sys.exit(f"storewalk: {fault}")
    COMMANDS[name](settings)


if __name__ == "__main__":
    main()
