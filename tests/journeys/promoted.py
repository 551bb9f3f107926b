"""Promotions for screens: one that is over and was reviewed, one that runs, one that comes, one that was cancelled."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from storewalk.ordering.service.promotion_review import keep_review
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.factories.today import today

GOODS = (("T1", "苏打饼干 400g", "Soda crackers 400 g"), ("T2", "薯片 原味 75g", "Crisps, plain, 75 g"))


async def promoted(served: Installation, org: Org) -> str:
    """Plan four promotions of two products, and return the one that was reviewed."""
    now = today()
    async with served.client(org, "buyer") as buyer:
        goods = [await add_product(buyer, code, name={"zh": zh, "en": en}) for code, zh, en in GOODS]

        async def plan(name: str, begins: int, days: int, **more: Any) -> dict[str, Any]:
            first = now + timedelta(days=begins)
            form = {
                "name": name,
                "kind": "price",
                "firstDay": str(first),
                "lastDay": str(first + timedelta(days=days - 1)),
                "discount": 0.8,
                "products": [{"productId": goods[0]}, {"productId": goods[1], "discount": 0.75}],
                **more,
            }
            answer = await buyer.post("/api/promotions", form)
            assert answer.status_code == 201, answer.text
            return answer.json()

        over = await plan("秋游零食周", -14, 7, uplift=1.5, note="堆头放在收银台旁。")
        await plan("双十二预热", -1, 9, uplift=2, placeIds=[str(org.places["A"])])
        await plan("元旦海报", 20, 5, kind="leaflet", placeIds=[str(org.places[name]) for name in ("A1", "B1")])
        gone = await plan("端架陈列", 3, 4, kind="display", discount=None, products=[{"productId": goods[0]}])
        ending = {"ifVersion": gone["version"]}
        assert (await buyer.post(f"/api/promotions/{gone['id']}/cancellation", ending)).status_code == 200
    found = {UUID(goods[0]): (326.0, 168.4), UUID(goods[1]): (241.0, 187.2)}
    async with served.platform.transaction(org.system) as tx:
        await keep_review(tx, UUID(over["id"]), over["version"], found, now - timedelta(days=1))
    return over["id"]
