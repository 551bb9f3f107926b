"""The door of a supplier, who has no log-in: the link in its mail, behind the throttle of log-ins.

The page is HTML as it comes from here, without a script: it works on any phone, in any mail or chat that opens links.
"""

from typing import Final
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from msgspec import Struct

from storewalk.core.access import PUBLIC, SYSTEM_ID, Actor
from storewalk.core.database import WRITE
from storewalk.core.errors import DomainError, NotFound, TooMany
from storewalk.core.http import HttpRequest, again, platform_of
from storewalk.core.platform import Platform
from storewalk.core.requests import client_address
from storewalk.identity.api import token_hash
from storewalk.ordering.purchase_answer_form import fields_of, read_answer
from storewalk.ordering.purchase_link import DOOR
from storewalk.ordering.purchase_page import LANGUAGES, Page, refusal, see_page
from storewalk.ordering.queries.purchase_link import SUPPLIER, Shown, shown
from storewalk.ordering.service.purchase.answer import answer
from storewalk.ordering.service.purchase.open import open_purchase

FIND: Final = "SELECT * FROM storewalk_purchase_link($1, $2)"
FREE: Final = 20
"""Links that nobody has before an address has to wait."""
PATH: Final = f"{DOOR}/{{token:str}}"
OPTIONS: Final = {"permission": PUBLIC}


class Visit(Struct, frozen=True):
    """A supplier at the door: who it is for us, its order, and how its page is drawn."""

    platform: Platform
    actor: Actor
    purchase_id: UUID
    lang: str | None

    async def look(self) -> Shown:
        """Return its order, which it has got by now. Raises NotFound where there is none or the link has ended."""
        async with self.platform.transaction(self.actor) as tx:
            await open_purchase(tx, self.purchase_id)
            order = await shown(tx, self.purchase_id)
            if order is None or order.link_ends_at <= tx.now:
                raise NotFound("ordering.supplier_link_ended")
        return order

    async def say(self, order: Shown, fields: dict[str, str]) -> None:
        """Answer its order. Raises what `read_answer` and `answer` raise."""
        said = read_answer(fields, order)
        async with self.platform.transaction(self.actor) as tx:
            await answer(tx, self.purchase_id, said)

    def page(self, order: Shown, trouble: DomainError | None = None, typed: dict[str, str] | None = None) -> Page:
        """Return what draws an order, with what is wrong with what was typed."""
        language = self.lang if self.lang in LANGUAGES else order.language
        return Page(order, language, self.platform.catalog, trouble, typed or {})


@get(PATH, operation_id="showPurchase", opt=OPTIONS, include_in_schema=False)
async def show_purchase(
    request: HttpRequest, token: FromPath[str], lang: FromQuery[str | None] = None
) -> Response[bytes]:
    """Show a supplier its order."""
    try:
        visit = await _enter(request, token, lang)
        order = await again(visit.look)
    except DomainError as reason:
        return refusal(reason, lang, platform_of(request).catalog)
    return visit.page(order).response()


@post(PATH, operation_id="answerPurchase", status_code=200, opt=OPTIONS, include_in_schema=False)
async def answer_purchase(
    request: HttpRequest, token: FromPath[str], lang: FromQuery[str | None] = None
) -> Response[bytes]:
    """Take a supplier's answer, and lead it to what came of that; a second one changes nothing."""
    try:
        fields = fields_of(await request.body())
        visit = await _enter(request, token, lang)
        order = await again(visit.look)
    except DomainError as reason:
        return refusal(reason, lang, platform_of(request).catalog)
    try:
        await again(lambda: visit.say(order, fields))
    except DomainError as reason:
        return visit.page(await visit.look(), reason, fields).response()
    return see_page(f"{DOOR}/{token}", lang)


async def _enter(request: HttpRequest, token: str, lang: str | None) -> Visit:
    """Return who is at the door. Raises NotFound for a link that nobody has, TooMany after many of those."""
    platform = platform_of(request)
    keys = [f"supplier:{client_address(request, platform.settings.trusted_proxies)}"]
    async with platform.database.transaction(WRITE) as (_, raw):
        row = await raw.fetchrow(FIND, token_hash(token), keys)
        if row is not None and row["org_id"] is not None:
            name = await raw.fetchval(SUPPLIER, row["org_id"], row["purchase_id"])
            actor = Actor(org_id=row["org_id"], account_id=SYSTEM_ID, name=name or "")
            return Visit(platform, actor, row["purchase_id"], lang)
        if row is not None and not row["retry_after"]:
            await raw.execute("SELECT storewalk_log_in_failed($1, $2)", keys, [FREE])
    if row is None or row["retry_after"]:
        raise TooMany("identity.wait", retry_after=row["retry_after"] if row else 1)
    raise NotFound("ordering.supplier_link_ended")


PURCHASE_DOOR: Final = (show_purchase, answer_purchase)
