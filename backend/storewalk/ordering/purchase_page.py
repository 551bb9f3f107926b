"""The page of a supplier: its order, one button for all of it, and a form for whatever is different."""

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import Final

from litestar import Response
from msgspec import Struct

from storewalk.core.errors import DomainError, TooMany
from storewalk.core.messages import LOCALES, Catalog
from storewalk.core.money import format_cents
from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.ordering import supplier_words as words
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.purchase_answer_form import PACKS, Act
from storewalk.ordering.purchase_goods import Goods
from storewalk.ordering.purchase_models import PurchaseState
from storewalk.ordering.queries.purchase_link import Shown

LANGUAGES: Final = frozenset(LOCALES)
STYLE: Final = Path(__file__).with_name("supplier_page.css").read_text("utf-8")
STYLED: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS: Final = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{STYLED}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
HTML: Final = "text/html; charset=utf-8"
ENDED: Final = frozenset({OrderState.CANCELLED, OrderState.REFUSED})
EDITED: Final = frozenset({OrderState.DRAFT, OrderState.RETURNED, OrderState.WAITING, OrderState.APPROVED})


class Page(Struct, frozen=True):
    """An order in a language, with what was wrong with the last answer and what was typed in it."""

    order: Shown
    language: str
    catalog: Catalog
    trouble: DomainError | None
    typed: dict[str, str]

    def response(self) -> Response[bytes]:
        """Draw the page."""
        status = self.trouble.status if self.trouble else 200
        answered = self.order.answered_at is not None
        body = [self._head(), self._trouble(), self._answer() if answered else "", self._goods(), self._gone()]
        if not answered and self.order.goods:
            body += [self._form(), self._all()]
        return document("".join(body), self._t(words.TITLE, number=self.order.number), self.language, status)

    def _t(self, text: Words, **params: object) -> str:
        """Return a text, ready for HTML."""
        return escape(text.in_locale(self.language).format_map(params))

    def _head(self) -> str:
        order = self.order
        other = "en" if self.language == "zh" else "zh"
        return (
            f'<header><h1>{self._t(words.HEADING)}</h1><a class="lang" lang="{other}" href="?lang={other}">'
            f"{'English' if other == 'en' else '中文'}</a></header>"
            f"<p>{escape(order.buyer)} → {escape(order.supplier)}</p>"
            f'<p class="quiet">{escape(order.number)} · {order.day.isoformat()}</p>'
            f'<p class="figure">¥{format_cents(order.total_cents)}</p>{self._days()}'
        )

    def _days(self) -> str:
        """Return when the stores expect it, unless the supplier said when it comes."""
        pieces = (piece for goods in self.order.goods for piece in goods.pieces)
        days = sorted({piece.expected_on.isoformat() for piece in pieces if piece.expected_on})
        if not days or self.order.expected_on:
            return ""
        return f"<p>{self._t(words.ARRIVES, day=' – '.join(dict.fromkeys((days[0], days[-1]))))}</p>"

    def _trouble(self) -> str:
        if self.trouble is None:
            return ""
        text = self.catalog.text(self.trouble.message_key, self.language, self.trouble.params)
        return f'<div class="card trouble" role="alert">{escape(text)}</div>'

    def _answer(self) -> str:
        order = self.order
        word = words.CONFIRMED if order.state is PurchaseState.CONFIRMED else words.REFUSED
        lines = [f"<strong>{self._t(word)}</strong>"]
        if order.expected_on:
            lines.append(self._t(words.ARRIVES, day=order.expected_on.isoformat()))
        if order.note:
            lines.append(self._t(words.NOTE_SAID, note=order.note))
        return f'<div class="card said" role="status">{"".join(f"<p>{line}</p>" for line in lines)}</div>'

    def _goods(self) -> str:
        cards = "".join(self._product(each) for each in self.order.goods)
        return f"<h2>{self._t(words.PRODUCTS, count=len(self.order.goods))}</h2><ul>{cards}</ul>" if cards else ""

    def _product(self, goods: Goods) -> str:
        of = goods.of
        stores = "".join(
            f'<li class="row"><span>{escape(piece.store_code)} {escape(piece.store_name)}'
            f' <span class="quiet">{piece.expected_on.isoformat() if piece.expected_on else ""}</span></span>'
            f"<span>{plain(piece.quantity if piece.answered is None else piece.answered)}</span></li>"
            for piece in goods.pieces
        )
        return (
            f'<li class="card"><div class="row"><span>{escape(of.name.in_locale(self.language))}<br>'
            f'<span class="quiet">{escape(of.code)}</span></span><span>{self._amount(goods)}</span></div>'
            f"<details><summary>{self._t(words.STORES, count=len(goods.pieces))}</summary>"
            f"<ul>{stores}</ul></details></li>"
        )

    def _amount(self, goods: Goods) -> str:
        ordered = self._packed(goods)
        if goods.answered is None or goods.answered == goods.quantity:
            return ordered
        given = f"{plain(goods.answered)} {self._unit(goods)}"
        return f'<s class="quiet">{ordered}</s><br><strong class="cut">{given}</strong>'

    def _unit(self, goods: Goods) -> str:
        return escape(goods.of.unit_name.in_locale(self.language))

    def _packed(self, goods: Goods) -> str:
        whole = f"{plain(goods.quantity)} {self._unit(goods)}"
        return (
            whole
            if goods.pack == 1
            else f"{self._t(words.PACKS, packs=plain(goods.packs), pack=plain(goods.pack))} = {whole}"
        )

    def _gone(self) -> str:
        rows = "".join(
            f"<p>{escape(part.store_code)} {escape(part.store_name)}: {self._t(_why(part.state))}</p>"
            for part in self.order.gone
        )
        return f'<div class="card gone"><strong>{self._t(words.GONE)}</strong>{rows}</div>' if rows else ""

    def _form(self) -> str:
        inputs = "".join(self._input(each) for each in self.order.goods)
        return (
            f'<details class="card change"{" open" if self.trouble else ""}>'
            f"<summary>{self._t(words.DIFFERENT)}</summary>"
            f'<form method="post">{inputs}'
            f'<label class="wide">{self._t(words.DAY)}'
            f'<input type="date" name="day" value="{self._kept("day")}"></label>'
            f'<label class="wide">{self._t(words.NOTE)}<textarea name="note" rows="2" maxlength="500">'
            f"{self._kept('note')}</textarea></label>"
            f'<button name="act" value="{Act.CHANGED}">{self._t(words.CONFIRM_CHANGED)}</button>'
            f'<button class="no" name="act" value="{Act.REFUSE}">{self._t(words.REFUSE)}</button></form></details>'
        )

    def _input(self, goods: Goods) -> str:
        name, unit = f"{PACKS}{goods.of.product_id}", self._unit(goods)
        per = unit if goods.pack == 1 else self._t(words.PACK_OF, pack=plain(goods.pack), unit=unit)
        value = escape(self.typed.get(name, plain(goods.packs)))
        return (
            f'<label><span>{escape(goods.of.name.in_locale(self.language))}<br><span class="quiet">{per}</span></span>'
            f'<input name="{name}" value="{value}" inputmode="numeric" autocomplete="off"></label>'
        )

    def _kept(self, name: str) -> str:
        return escape(self.typed.get(name, ""))

    def _all(self) -> str:
        value = format_cents(self.order.open_cents)
        return (
            f'<form class="foot" method="post"><button class="first" name="act" value="{Act.ALL}">'
            f"{self._t(words.CONFIRM_ALL, value=value)}</button></form>"
        )


def refusal(reason: DomainError, lang: str | None, catalog: Catalog) -> Response[bytes]:
    """Say in both languages, or in the one asked for, why nothing is shown."""
    spoken = (lang,) if lang in LANGUAGES else LOCALES
    texts = "".join(
        f'<p lang="{each}">{escape(catalog.text(reason.message_key, each, reason.params))}</p>' for each in spoken
    )
    page = document(
        f'<h1>走店 Storewalk</h1><div class="card trouble" role="alert">{texts}</div>',
        "走店 Storewalk",
        spoken[0],
        reason.status,
    )
    if isinstance(reason, TooMany):
        page.headers["Retry-After"] = str(reason.retry_after)
    return page


def see_page(path: str, lang: str | None) -> Response[bytes]:
    """Lead to the page by a GET of its own, so that going back sends nothing again."""
    where = f"{path}?lang={lang}" if lang in LANGUAGES else path
    return Response(b"", status_code=303, media_type=HTML, headers={**HEADERS, "Location": where})


def document(body: str, title: str, language: str, status: int) -> Response[bytes]:
    """Return a whole page."""
    html = (
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><main>{body}</main></body></html>"
    )
    return Response(html.encode(), status_code=status, media_type=HTML, headers=dict(HEADERS))


def _why(state: OrderState) -> Words:
    if state in ENDED:
        return words.CANCELLED
    return words.EDITED if state in EDITED else words.UNDER_WAY
