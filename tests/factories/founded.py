"""Organizations for tests by the thousand: one is founded by the rooms' own services, the others are casts of it."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from storewalk.core.ids import new_ids
from storewalk.core.platform import Platform
from storewalk.metadata import metadata
from tests.factories.organization import Org, found_organization

ID: Final = re.compile("[0-9a-f]{8}(-?)(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
NUMBER: Final = 7_777_777
TENANTED: Final = [table for table in metadata.sorted_tables if "org_id" in table.columns]
QUEUED: Final = "SELECT count(*) FROM pgqueuer WHERE headers ->> 'org' = $1"
BEGAN: Final = "SELECT min(recorded_at) FROM event WHERE org_id = $1"


class Mould:
    """What founding an organization leaves in the tables; a cast has ids, names and times of its own."""

    def __init__(self, platform: Platform, org: Org, rows: dict[str, str], began: datetime, ended: datetime) -> None:
        self.platform = platform
        self.org = org
        self.text = "{" + ",".join(f'"{name}":{found}' for name, found in rows.items()) + "}"
        self.ids = sorted({found[0].replace("-", "") for found in ID.finditer(self.text)} - {UUID(int=0).hex})
        self.began = began
        self.ended = ended
        self.insert = "WITH " + ", ".join(f"{name}_made AS ({_insert(name)})" for name in rows) + " SELECT 1"

    @classmethod
    async def of(cls, platform: Platform) -> "Mould":
        """Found the one organization. Raises AssertionError if that leaves jobs, which a cast would lack."""
        org = await found_organization(platform, NUMBER)
        async with platform.transaction(org.system) as tx:
            assert await tx.raw.fetchval(QUEUED, str(org.id)) == 0
            rows = {"organization": await tx.raw.fetchval(_select("organization", "id"), org.id)}
            rows |= {t.name: await tx.raw.fetchval(_select(t.name, "org_id"), org.id) for t in TENANTED}
            began = await tx.raw.fetchval(BEGAN, org.id)
            assert isinstance(began, datetime)
        return cls(platform, org, {name: found for name, found in rows.items() if found}, began, platform.clock.now())

    async def cast(self, number: int) -> Org:
        """Make an organization like the founded one, as if its founding had ended now."""
        ids = dict(zip(self.ids, new_ids(len(self.ids)), strict=True))
        passed = self.platform.clock.now() - self.ended
        org = replace(
            self.org,
            id=ids[self.org.id.hex],
            code=f"test-{number}-{ids[self.org.id.hex].hex[-6:]}",
            root=ids[self.org.root.hex],
            places={name: ids[place.hex] for name, place in self.org.places.items()},
            accounts={role: ids[account.hex] for role, account in self.org.accounts.items()},
        )

        def renewed(found: re.Match[str]) -> str:
            made = ids.get(found[0].replace("-", ""))
            return found[0] if made is None else str(made) if found[1] else made.hex

        text = ID.sub(renewed, self.text.replace(self.org.code, org.code).replace(str(NUMBER), str(number)))
        text = text.replace(_written(self.began), _written(self.began + passed))
        async with self.platform.transaction(org.system) as tx:
            await tx.raw.execute(self.insert, text, passed)
        return org


def _written(at: datetime) -> str:
    """Write a time as events hold it."""
    return at.isoformat().replace("+00:00", "Z")


def _select(table: str, column: str) -> str:
    return f"SELECT json_agg(t)::text FROM {table} t WHERE {column} = $1"


def _insert(name: str) -> str:
    columns = {column.name: str(column.type) for column in metadata.tables[name].columns}
    later = [f"{column} + $2" if kind == "DATETIME" else column for column, kind in columns.items()]
    rows = f"json_populate_recordset(NULL::{name}, $1::json -> '{name}')"
    return f"INSERT INTO {name} ({', '.join(columns)}) SELECT {', '.join(later)} FROM {rows}"
