"""The sheet of people: who logs in, in which role, for which regions and stores."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from msgspec import UNSET, convert
from sqlalchemy import select

from storewalk.core.access import EVERYTHING, Role
from storewalk.core.bulk import Options, Outcome
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx, Tx
from storewalk.core.vault import Vault
from storewalk.identity import api as identity
from storewalk.identity.api import PersonLine
from storewalk.integrations.columns import Column, Kind, shaped
from storewalk.integrations.permissions import EXPORT_PEOPLE
from storewalk.stores.api import store_ref

BETWEEN: Final = re.compile(r"\s*[、,，;；\n]\s*")
ROLE_WORDS: Final = {
    Role.ADMIN: (Words("管理员", "Administrator"), ("系统管理员", "admin")),
    Role.INSPECTOR: (Words("督导", "Inspector"), ("巡店员", "巡检员", "supervisor")),
    Role.MANAGER: (Words("店长", "Store manager"), ("门店经理", "门店店长", "manager")),
    Role.REGIONAL: (Words("区域经理", "Regional manager"), ("大区经理", "片区经理", "区经理", "area manager")),
    Role.BUYER: (Words("采购", "Buyer"), ("采购员", "买手")),
    Role.FINANCE: (Words("财务", "Finance"), ("会计", "出纳", "accountant")),
    Role.HR: (Words("人事", "HR"), ("人力资源", "human resources")),
    Role.CLERK: (Words("店员", "Clerk"), ("营业员", "收银员", "导购", "理货员", "cashier")),
}
ROLE_OF: Final = {
    word.casefold(): role.value for role, (own, also) in ROLE_WORDS.items() for word in (own.zh, own.en, *also)
}
WHOLE: Final = ("全公司", "公司", "总部", "Head office")
LANGUAGES: Final = {"zh": Words("中文", "Chinese"), "en": Words("英文", "English")}
LANGUAGE_OF: Final = {
    word.casefold(): locale for locale, own in LANGUAGES.items() for word in (locale, own.zh, own.en)
} | {"汉语": "zh", "简体中文": "zh", "英语": "en"}


def read_role(cell: str) -> str:
    """Return the code of a standard role by one of its names; an organization's own role goes by its code."""
    return ROLE_OF.get(cell.casefold(), cell)


def read_language(cell: str) -> str:
    """Return the language. Raises ValueError for one that the program does not speak."""
    if cell.casefold() not in LANGUAGE_OF:
        raise ValueError(cell)
    return LANGUAGE_OF[cell.casefold()]


def _write_role(code: object, locale: str) -> str:
    if not isinstance(code, str):
        return ""
    return ROLE_WORDS[Role(code)][0].in_locale(locale) if code in set(Role) else code


async def _places(tx: AnyTx) -> tuple[dict[str, UUID], dict[UUID, str]]:
    """Return places by all that cells may call them, and what we call each: its name, or its code where two have it."""
    nodes = await identity.nodes(tx)
    ref = store_ref.subquery()
    codes = {
        row["id"]: row["code"]
        for row in await tx.all(select(ref.c.id, ref.c.code).where(ref.c.org_id == tx.org_id), dict)
    }
    bearers = Counter([*(node.name for node in nodes), *codes.values()])
    labels = {node.id: node.name if bearers[node.name] == 1 else codes.get(node.id, node.name) for node in nodes}
    by_name = {node.name: node.id for node in nodes if bearers[node.name] == 1}
    whole = {word: node.id for node in nodes if node.kind == identity.NodeKind.ORGANIZATION for word in WHOLE}
    return whole | by_name | {code: store_id for store_id, code in codes.items()}, labels


async def _options(tx: AnyTx) -> dict[str, Options]:
    """Return the roles that the actor may give somewhere, and the places where the actor manages accounts."""
    reach = await identity.reach_of(tx)
    by_name, labels = await _places(tx)
    own = {code for grant in tx.actor.grants for code in grant.permissions}
    given = [code for code, role_id in reach.roles.items() if EVERYTHING in own or reach.permissions[role_id] <= own]
    return {
        "role": Options([_write_role(code, tx.actor.locale) for code in given], frozenset(given)),
        "places": Options(
            [label for node_id, label in labels.items() if reach.has(node_id)],
            frozenset(name for name, node_id in by_name.items() if reach.has(node_id)),
        ),
    }


def people_kind(vault: Vault) -> Kind[PersonLine]:
    """Return the sheet of people; phone numbers are sealed by the vault."""

    async def take_in(tx: Tx, lines: Sequence[tuple[int, PersonLine]], *, dry_run: bool) -> Outcome:
        by_name, _ = await _places(tx)
        return await identity.take_in_people(tx, lines, dry_run=dry_run, places=by_name, vault=vault)

    async def give_out(tx: AnyTx) -> list[PersonLine]:
        _, labels = await _places(tx)
        return await identity.give_out_people(tx, EXPORT_PEOPLE, labels=labels, vault=vault)

    return Kind(name="people", line=PersonLine, columns=COLUMNS, options=_options, take_in=take_in, give_out=give_out)


COLUMNS: Final = (
    Column(
        attribute="username",
        heading=Words("用户名", "Username"),
        read=lambda cell: convert(cell.lower(), identity.Username),
        expects="integrations.bad_username",
        empty=...,
        narrow=True,
        aliases=("账号", "登录名", "登录账号", "工号", "员工编号", "员工号", "人员编码", "user", "login", "account",
                 "employee no", "employee id", "staff id"),
        hint=Words("必填，登录用：字母、数字和 . _ - @", "Needed to log in: letters, digits and . _ - @"),
    ),
    Column(
        attribute="name",
        heading=Words("姓名", "Name"),
        read=shaped(identity.Name),
        expects="integrations.bad_name",
        aliases=("员工姓名", "人员姓名", "名字", "full name", "employee name"),
        hint=Words("新人员必填", "Needed for a new person"),
    ),
    Column(
        attribute="role",
        heading=Words("角色", "Role"),
        read=read_role,
        write=_write_role,
        expects="integrations.bad_name",
        narrow=True,
        aliases=("岗位", "职务", "职位", "岗位名称", "position", "job title", "title"),
        hint=Words("一人多个角色就写多行", "Somebody with several roles has several rows"),
    ),
    Column(
        attribute="places",
        heading=Words("范围", "Where"),
        read=lambda cell: [part for part in BETWEEN.split(cell) if part],
        write=lambda places, _: "、".join(places) if places is not UNSET else "",
        expects="integrations.bad_name",
        aliases=("门店", "所属门店", "管辖范围", "管辖门店", "区域", "门店名称", "门店编码", "负责门店", "store",
                 "stores", "region", "scope", "place"),
        hint=Words(
            "区域名称、门店名称或门店编码，几个用顿号分开", "Regions, stores or codes of stores, with commas between"
        ),
    ),
    Column(
        attribute="phone",
        heading=Words("手机号", "Phone"),
        read=identity.read_phone,
        expects="integrations.bad_phone",
        narrow=True,
        aliases=("手机", "电话", "联系电话", "手机号码", "移动电话", "mobile", "phone number", "tel"),
        hint=Words("可不填", "May be left out"),
    ),
    Column(
        attribute="locale",
        heading=Words("语言", "Language"),
        read=read_language,
        write=lambda locale, reader: LANGUAGES[locale].in_locale(reader) if locale in LANGUAGES else "",
        expects="integrations.bad_language",
        narrow=True,
        aliases=("界面语言", "locale"),
        options=tuple(LANGUAGES.values()),
        hint=Words("空着为中文", "Chinese unless told"),
    ),
)  # fmt: skip
