"""A small catalogue, made through the API as a buyer makes it."""

from typing import Any

from tests.factories.client import Client

COLA = "6901234567892"


async def found_catalogue(buyer: Client) -> None:
    """Make the categories D (drinks) and, below it, W (water), and the units 瓶, 箱 and 提."""
    drinks = {"code": "D", "name": {"zh": "饮料", "en": "Drinks"}}
    parent = (await buyer.post("/api/categories", drinks)).json()["id"]
    await buyer.post("/api/categories", {"code": "W", "name": {"zh": "水", "en": "Water"}, "parentId": parent})
    for code, en in (("瓶", "bottle"), ("箱", "case"), ("提", "tray")):
        await buyer.post("/api/units", {"code": code, "name": {"zh": code, "en": en}})


async def category(buyer: Client, code: str) -> str:
    """Return a category's id."""
    items = (await buyer.get("/api/categories")).json()["items"]
    return next(item["id"] for item in items if item["code"] == code)


async def product_form(buyer: Client, **changes: Any) -> dict[str, Any]:
    """Return the form of a cola that comes in cases of 24."""
    return {
        "code": "00123",
        "name": {"zh": "可口可乐 330ml", "en": "Coca-Cola 330 ml"},
        "categoryId": await category(buyer, "D"),
        "unit": "瓶",
        "packs": [{"unit": "箱", "quantity": "24.000"}],
        "barcodes": [COLA],
        "priceCents": 350,
        **changes,
    }
