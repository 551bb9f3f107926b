"""Two regions and three stores, made through the stores' own services."""

from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.stores import api as stores


async def found_stores(tx: Tx) -> dict[str, UUID]:
    """Make regions A (stores A1, A2) and B (store B1) of one company; return their ids by name."""
    company = await stores.add_legal_entity(
        tx,
        stores.AddLegalEntity(
            kind=stores.EntityKind.COMPANY, name="测试商贸有限公司", credit_code="91350100M000100Y43"
        ),
    )
    places: dict[str, UUID] = {}
    for region, codes in {"A": ("A1", "A2"), "B": ("B1",)}.items():
        places[region] = (await stores.add_region(tx, stores.AddRegion(name=f"{region} 区"))).id
        for code in codes:
            form = stores.AddStore(code=code, name=f"{code} 店", region_id=places[region], legal_entity_id=company.id)
            places[code] = (await stores.add_store(tx, form)).id
    return places
