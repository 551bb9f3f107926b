"""A day's orders of a warehouse: a second store that orders from it, and sharing between both."""

from typing import Any, Final

from tests.ordering.fulfilled import Fulfilment

WAVES: Final = "/api/order-waves"


async def order_of(second: Fulfilment, quantity: int) -> str:
    """Order milk for A2."""
    store = str(second.ordering.shop.org.places["A2"])
    await second.ordering.open(second.manager, storeId=store)
    await second.ordering.set(second.manager, milk=quantity)
    order = await second.ordering.submit(second.manager)
    assert order["state"] == "approved", order
    return order["id"]


async def day_of(supplied: Fulfilment) -> str:
    return (await supplied.ordering.read(supplied.manager))["expectedOn"]


async def shared(supplied: Fulfilment, **form: Any) -> dict[str, Any]:
    whole = {"warehouseId": str(supplied.warehouse), "day": await day_of(supplied), **form}
    answer = await supplied.keeper.post(WAVES, whole)
    assert answer.status_code == 200, answer.text
    return answer.json()
