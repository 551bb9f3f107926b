"""The floor: the same statements as Storewalk's, in raw asyncpg under bare Litestar handlers, and nothing else."""

import hashlib
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import msgspec
from litestar import Litestar, Request, Response, get, put
from litestar.params import FromPath, FromQuery

from storewalk.core import outbox, receipts
from storewalk.identity.queries import ME
from storewalk.ordering.queries.suggestion_list import LINES
from storewalk.ordering.queries.suggestion_list import ORDER as LINES_ORDER
from storewalk.stock.queries.on_hand import AT_STORE, ON_HAND, ORDER
from storewalk.stores.hot import STORES

SESSION = "SELECT * FROM storewalk_session($1)"
SET_ORG = "SELECT set_config('storewalk.org_id', $1, true)"
LOCK_ACCOUNT = "SELECT * FROM account WHERE org_id = $1 AND id = $2 FOR UPDATE"
UPDATE_ACCOUNT = "UPDATE account SET locale = $3 WHERE org_id = $1 AND id = $2"
EVENT = """
INSERT INTO event (org_id, id, kind, subject_id, store_id, actor_id, occurred_at, recorded_at, device_seq, payload)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb)"""
AUDIT = """
INSERT INTO audit_entry (org_id, id, event_id, kind, subject_id, actor_id, actor_name, changes, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9)"""
NOTIFY = "SELECT pg_notify('storewalk_live', $1)"
AnyRequest = Request[Any, Any, Any]


@asynccontextmanager
async def pool(app: Litestar) -> AsyncGenerator[None]:
    async with asyncpg.create_pool(os.environ["STOREWALK_DATABASE_URL"], min_size=4, max_size=10) as made:
        app.state["pool"] = made
        yield


async def begin(request: AnyRequest, connection: asyncpg.Connection) -> asyncpg.Record:
    token = request.cookies["storewalk_session"]
    session = await connection.fetchrow(SESSION, hashlib.sha256(token.encode()).digest())
    assert session is not None
    await connection.execute(SET_ORG, str(session["org_id"]))
    return session


def answer(value: Any) -> Response[bytes]:
    return Response(msgspec.json.encode(value), media_type="application/json")


@get("/stores/{store_id:uuid}")
async def one(request: AnyRequest, store_id: FromPath[UUID]) -> Response[bytes]:
    async with request.app.state["pool"].acquire() as connection, connection.transaction(readonly=True):
        session = await begin(request, connection)
        now = await connection.fetchrow(f"{STORES} AND s.id = $3", session["org_id"], NOW, store_id)
        return answer(dict(now))


@get("/stores")
async def fifty(request: AnyRequest) -> Response[bytes]:
    async with request.app.state["pool"].acquire() as connection, connection.transaction(readonly=True):
        session = await begin(request, connection)
        sql = f"{STORES} ORDER BY s.recorded_at, s.id LIMIT 51"
        rows = await connection.fetch(sql, session["org_id"], NOW)
        return answer([dict(row) for row in rows[:50]])


@get("/stock")
async def stock(request: AnyRequest, store: FromQuery[UUID]) -> Response[bytes]:
    async with request.app.state["pool"].acquire() as connection, connection.transaction(readonly=True):
        session = await begin(request, connection)
        sql = f"{ON_HAND} {AT_STORE.format(3)} {ORDER.format(4)}"
        rows = await connection.fetch(sql, session["org_id"], NOW, store, 5001)
        return answer([dict(row) for row in rows])


@get("/suggestions")
async def suggestions(request: AnyRequest, store: FromQuery[UUID], day: FromQuery[date]) -> Response[bytes]:
    async with request.app.state["pool"].acquire() as connection, connection.transaction(readonly=True):
        session = await begin(request, connection)
        rows = await connection.fetch(f"{LINES} {LINES_ORDER}", session["org_id"], store, day, NOW)
        return answer([dict(row) for row in rows])


@put("/me/locale")
async def command(request: AnyRequest) -> Response[bytes]:
    body = await request.body()
    locale = msgspec.json.decode(body)["locale"]
    async with request.app.state["pool"].acquire() as connection, connection.transaction():
        session = await begin(request, connection)
        org, account = session["org_id"], session["account_id"]
        key = request.headers["idempotency-key"]
        await connection.fetchval(receipts.CLAIM, org, account, key, hashlib.sha256(body).digest())
        old = await connection.fetchrow(LOCK_ACCOUNT, org, account)
        await connection.execute(UPDATE_ACCOUNT, org, account, locale)
        me = await connection.fetchrow(ME, org, account)
        event, now, kind = uuid4(), await connection.fetchval("SELECT now()"), "identity.locale_changed"
        payload = msgspec.json.encode({"id": event, "locale": locale}).decode()
        changes = msgspec.json.encode([{"field": "locale", "old": old["locale"], "new": locale}]).decode()
        await connection.execute(EVENT, org, event, kind, account, None, account, now, now, None, payload)
        await connection.execute(NOTIFY, payload)
        await connection.execute(AUDIT, org, uuid4(), event, kind, account, account, me[1], changes, now)
        out = msgspec.json.encode(list(me))
        await connection.execute(outbox.FINISH, org, account, key, 200, out)
    return Response(out, media_type="application/json")


NOW = datetime.now(UTC)
app = Litestar([one, fifty, stock, suggestions, command], lifespan=[pool], openapi_config=None, logging_config=None)
