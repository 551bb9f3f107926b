"""What is run by hand or at set-up: migrate, found a chain, load the demo chain, prove the books, print the API."""

import asyncio
import secrets
import sys
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from alembic import command as alembic
from alembic.config import Config

from storewalk import worker
from storewalk.asgi import build_app
from storewalk.composition import build_platform
from storewalk.core.access import Role, system_actor
from storewalk.core.errors import DomainError
from storewalk.core.ids import new_id
from storewalk.core.messages import read_catalog
from storewalk.core.platform import Platform
from storewalk.core.runner import ORGANIZATIONS, working
from storewalk.core.settings import Settings
from storewalk.demo import api as demo
from storewalk.identity import api as identity
from storewalk.inspections import api as inspections
from storewalk.metadata import JOBS, PERMISSIONS, SUBSCRIBERS
from storewalk.stock import api as stock

MIGRATIONS: Final = Path(__file__).resolve().parent.parent / "migrations"


def migrate(settings: Settings) -> None:
    """Bring the database to the newest schema, as the owner role, and organizations to what this version brings."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = settings.owner_database_url or settings.database_url
    alembic.upgrade(config, "head")
    asyncio.run(_renew(settings))


async def _renew(settings: Settings) -> None:
    """Let roles do what this version lets them do, and publish the checklists that are new in it."""
    platform = build_platform(settings, catalog=read_catalog())
    try:
        for org_id in await _organizations(platform):
            async with platform.transaction(system_actor(org_id)) as tx:
                await identity.renew_roles(tx, PERMISSIONS)
                await inspections.install_standard_templates(tx)
    finally:
        await platform.close()


async def _organizations(platform: Platform) -> list[UUID]:
    async with platform.session() as (_, raw):
        return [row[0] for row in await raw.fetch(ORGANIZATIONS)]


def found(settings: Settings, code: str, name: str, username: str) -> None:
    """Found a chain with its first administrator, and print the password that she logs in with."""
    password = secrets.token_urlsafe(12)
    try:
        asyncio.run(_found(settings, code, name, username, password))
    except DomainError as fault:
        sys.exit(f"storewalk: {read_catalog().text(fault.message_key, 'en', fault.params)}")
    except msgspec.ValidationError as fault:
        sys.exit(f"storewalk: {fault}")
    sys.stdout.write(
        f"{name} is founded. Log in as {username} within three days with this first password: {password}\n"
    )


async def _found(settings: Settings, code: str, name: str, username: str, password: str) -> None:
    platform = build_platform(settings, catalog=read_catalog())
    hashed = await identity.hash_password(password)
    try:
        async with platform.transaction(system_actor(new_id())) as tx:
            root = await identity.found(tx, code=code, name=name, permissions=PERMISSIONS)
            grants = [{"role": Role.ADMIN, "nodeId": root}]
            form = {"username": username, "name": username, "password": password, "grants": grants}
            account = await identity.open_account(tx, msgspec.convert(form, identity.OpenAccount), hashed)
            await identity.reset_password(tx, account.id, hashed)
            await inspections.install_standard_templates(tx)
    finally:
        await platform.close()


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


def prove(settings: Settings) -> None:
    """Print, organization by organization, which balances are not what their moves add up to; exit 1 if one is not."""
    if not asyncio.run(proved(settings)):
        sys.exit(1)


async def proved(settings: Settings) -> bool:
    """Print the proof and tell whether it holds."""
    platform = build_platform(settings, catalog=read_catalog())
    holds = True
    try:
        for org_id in await _organizations(platform):
            async with platform.transaction(system_actor(org_id)) as tx:
                differences = await stock.differences(tx)
            holds = holds and not differences
            sys.stdout.write(f"{org_id}: balances that are not the sum of their moves: {len(differences)}\n")
            sys.stdout.writelines(f"  {msgspec.json.encode(each).decode()}\n" for each in differences)
    finally:
        await platform.close()
    return holds


def print_schema(settings: Settings) -> None:
    """Print the OpenAPI description."""
    encoder = msgspec.json.Encoder(order="sorted", decimal_format="number")
    schema = encoder.encode(build_app(settings).openapi_schema.to_schema())
    sys.stdout.write(msgspec.json.format(schema, indent=1).decode() + "\n")
