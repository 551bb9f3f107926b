"""Whatever the console tells by a code has words there, in Chinese and in English."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy.orm import Mapper

import storewalk
from storewalk.core import models as core_models
from storewalk.core.access import SIGNED_IN
from storewalk.core.events import Event
from storewalk.core.orm import Base
from storewalk.metadata import PERMISSIONS

PACKAGE: Final = Path(storewalk.__file__).parent
PWA: Final = PACKAGE.parents[1] / "pwa" / "src"
BOOKKEEPING: Final = {"org_id", "id", "version", "changed_at", "recorded_at"}
GROUPS: Final[dict[str, str]] = json.loads((PWA / "features/audit/console/groups.json").read_text())


def leaves(tree: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in tree.items():
        yield from [prefix + key] if isinstance(value, str) else leaves(value, f"{prefix}{key}.")


@pytest.fixture(scope="module", params=["zh", "en"])
def words(request: pytest.FixtureRequest) -> set[str]:
    folders = ("shared", "console", "audit")
    files = (PWA / "i18n" / folder / f"{request.param}.json" for folder in folders)
    return {key for file in files for key in leaves(json.loads(file.read_text()))}


@pytest.fixture(scope="module")
def told() -> list[Mapper[Any]]:
    """Return the tables whose rows somewhere are objects: what SQL writes by itself leaves no change in the audit log.

    Such a class is named for more than its columns. The core's own tables hold the log, and are not told of in it.
    """
    held: Counter[str] = Counter()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Name):
                held[node.id] += 1
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                held[node.value.id] -= 1
    return [
        mapper
        for mapper in Base.registry.mappers
        if held[mapper.class_.__name__] > 0
        and "org_id" in mapper.columns
        and mapper.class_.__module__ != core_models.__name__
    ]


def columns(mapper: Mapper[Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield the columns of a table that the audit log tells of, and the codes that each may hold."""
    for attribute in mapper.column_attrs:
        column = attribute.columns[0]
        if not (column.info.get("secret") or attribute.key in BOOKKEEPING):
            yield attribute.key, getattr(column.type, "enums", None) or []


def test_the_audit_log_has_words_for_every_table_column_and_code_it_tells_of(
    words: set[str], told: list[Mapper[Any]]
) -> None:
    wanted: set[str] = set()
    for mapper in told:
        table = mapper.class_.__tablename__
        wanted.add(f"hq.audit.tables.{table}")
        for column, codes in columns(mapper):
            wanted.add(f"hq.audit.fields.{column}")
            wanted.update(f"{GROUPS.get(f'{table}.{column}', 'no group')}.{code}" for code in codes)
    assert "hq.audit.fields.cut_off_at" in wanted
    assert sorted(wanted - words) == []


def test_every_permission_has_words_and_can_be_chosen(words: set[str]) -> None:
    codes = {permission.code for permission in PERMISSIONS}
    assert sorted({f"hq.permission.{code}" for code in codes} - words) == []
    listed = re.findall(r"^  '([a-z_.]+)',$", (PWA / "ui/console/permissions.ts").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(codes - {SIGNED_IN.code})


def test_every_event_has_words(words: set[str]) -> None:
    declared = (each for each in below(Event) if each.__module__.startswith(storewalk.__name__))
    kinds = {each.kind for each in declared if each.kind}
    assert "stock.recall_opened" in kinds
    assert sorted({f"hq.event.{kind}" for kind in kinds} - words) == []


def below(kind: type[Event]) -> Iterator[type[Event]]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)
