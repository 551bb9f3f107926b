"""What is run by hand or at set-up: migrate, load the demo chain, print the API's description."""

import asyncio
import sys
from pathlib import Path
from typing import Final

import msgspec
from alembic import command as alembic
from alembic.config import Config

from storewalk import worker
from storewalk.asgi import build_app
from storewalk.core.runner import working
from storewalk.core.settings import Settings
from storewalk.demo import api as demo
from storewalk.metadata import JOBS, PERMISSIONS, SUBSCRIBERS

MIGRATIONS: Final = Path(__file__).resolve().parent.parent / "migrations"


def migrate(settings: Settings) -> None:
    """Bring the database to the newest schema, as the owner role."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = settings.owner_database_url or settings.database_url
    alembic.upgrade(config, "head")


def load_demo(settings: Settings) -> None:
    """Build the demo chain, once; running it again changes nothing."""
    asyncio.run(_load_demo(settings))


async def _load_demo(settings: Settings) -> None:
    app = build_app(settings)
    async with app.lifespan():
        platform = app.state["platform"]
        platform.resources.update(worker.resources(settings))
        async with working(platform, JOBS, SUBSCRIBERS) as settle:
            await demo.build(app, platform, PERMISSIONS, settle)


def print_schema(settings: Settings) -> None:
    """Print the OpenAPI description."""
    encoder = msgspec.json.Encoder(order="sorted", decimal_format="number")
    schema = encoder.encode(build_app(settings).openapi_schema.to_schema())
    sys.stdout.write(msgspec.json.format(schema, indent=1).decode() + "\n")
