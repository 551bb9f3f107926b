"""One real use of every command about the catalogue, as `scenarios` has them for the others."""

from typing import Final

from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

CATALOG_SCENARIOS: Final = Scenarios()
PRODUCTS_CSV: Final = """Product code,Chinese name,English name,Category,Unit,Packs,Barcodes,Price,Status
{code},水,,D,瓶,,,2,
"""


def _words(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}


CATALOG_SCENARIOS.simply(
    "addCategory", "buyer", "/api/categories", lambda s: {"code": f"K{s.number}", "name": _words("水果")}
)
CATALOG_SCENARIOS.simply("addUnit", "buyer", "/api/units", lambda s: {"code": f"袋{s.number}", "name": _words("袋")})


@CATALOG_SCENARIOS.of("addProduct")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("buyer"), "POST", "/api/products", await stage.product_form())


@CATALOG_SCENARIOS.of("changeProduct")
async def _(stage: Stage) -> Request:
    product = await stage.product()
    form = await stage.product_form(priceCents=360, ifVersion=product["version"])
    return Request(await stage.client("buyer"), "PUT", f"/api/products/{product['id']}", form)


@CATALOG_SCENARIOS.of("importProducts")
async def _(stage: Stage) -> Request:
    await stage.product_form()
    form = {"csv": PRODUCTS_CSV.format(code=f"I{stage.number}")}
    return Request(await stage.client("buyer"), "POST", "/api/imports/products", form)
