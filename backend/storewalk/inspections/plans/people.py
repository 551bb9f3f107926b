"""Who goes to a store on a day: by name, by role nearest to the store, and by whoever stands in."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.core.tx import AnyTx
from storewalk.identity.api import Holding, holdings
from storewalk.inspections.permissions import CONDUCT
from storewalk.inspections.plans.draw import share
from storewalk.inspections.plans.models import InspectionCover
from storewalk.inspections.plans.rhythm import DAY


class Cover(Struct, frozen=True):
    """Somebody stands in for somebody else on some days, both ends included."""

    absent_id: UUID
    cover_id: UUID
    first_day: date
    last_day: date


class People:
    """All who may visit stores, with where they may, and who stands in for whom."""

    def __init__(self, held: Sequence[Holding], covers: Sequence[Cover]) -> None:
        self._at: defaultdict[tuple[str, str], list[UUID]] = defaultdict(list)
        self._paths: defaultdict[UUID, list[str]] = defaultdict(list)
        for each in held:
            self._at[each.role, each.path].append(each.account_id)
            self._paths[each.account_id].append(each.path)
        self._covers: defaultdict[UUID, list[Cover]] = defaultdict(list)
        for cover in covers:
            self._covers[cover.absent_id].append(cover)

    def may_visit(self, account_id: UUID, store_path: str) -> bool:
        """Tell whether somebody may visit a store."""
        return any(store_path.startswith(path) for path in self._paths.get(account_id, ()))

    def nearest(self, role: str, store_id: UUID, store_path: str) -> UUID | None:
        """Return whose the store is among those who hold a role nearest above it; several share their stores evenly."""
        for end in range(len(store_path), 0, -1):
            found = self._at.get((role, store_path[:end])) if store_path[end - 1] == "/" else None
            if found:
                return share(found, store_id)
        return None

    def standing_in(self, account_id: UUID, store_path: str, day: date) -> UUID:
        """Return who goes for somebody on a day: themselves, or who stands in for them and may visit the store."""
        for cover in self._covers.get(account_id, ()):
            if cover.first_day <= day <= cover.last_day and self.may_visit(cover.cover_id, store_path):
                return cover.cover_id
        return account_id


async def read_people(tx: AnyTx) -> People:
    """Return everybody who may visit stores, and the covers that hold."""
    row = InspectionCover
    covers = select(row.absent_id, row.cover_id, row.first_day, row.last_day).where(
        row.org_id == tx.org_id, row.ended_at.is_(None), row.last_day >= tx.now.date() - DAY
    )
    return People(await holdings(tx, CONDUCT), await tx.all(covers.order_by(row.recorded_at.desc(), row.id), Cover))
