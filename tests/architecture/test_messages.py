"""Every text that the program says exists in both languages, gets what it is filled with, and none lies unused."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import storewalk
from storewalk.core import errors
from storewalk.core.errors import DomainError
from storewalk.core.events import Event
from storewalk.core.messages import LOCALES, Catalog, read_catalog
from storewalk.core.problem import HTTP_CODES
from storewalk.metadata import JOBS, PERMISSIONS, SCHEDULES, SUBSCRIBERS

PACKAGE = Path(storewalk.__file__).parent
REFUSALS = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, DomainError)}
OWN_ARGUMENTS = {"field", "errors", "current"}  # of a refusal; its other keywords fill the text
TITLES = {f"core.title.{code}" for code in (*(vars(errors)[name].code for name in REFUSALS), *HTTP_CODES.values())}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog()


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {str(p.relative_to(PACKAGE)): ast.parse(p.read_text("utf-8")) for p in sorted(PACKAGE.rglob("*.py"))}


def test_every_text_is_in_both_languages(catalog: Catalog) -> None:
    lacking = [k for k, texts in catalog.entries.items() if {*texts} != {*LOCALES} or not all(texts.values())]
    assert lacking == []


def test_every_key_in_the_code_has_a_text(catalog: Catalog, trees: dict[str, ast.Module]) -> None:
    known = {*catalog.entries, *names_of_other_things(trees)}
    rooms = {key.split(".")[0] for key in catalog.entries}
    looks_like_a_key = re.compile(rf"({'|'.join(sorted(rooms))})(\.[a-z_]+)+")
    missing = {
        f"{path}: {text}"
        for path, tree in trees.items()
        for text in texts_in(tree)
        if looks_like_a_key.fullmatch(text) and text not in known and not text.endswith(".csv")
    }
    assert missing | (TITLES - {*catalog.entries}) == set()


def test_no_text_lies_unused(catalog: Catalog, trees: dict[str, ast.Module]) -> None:
    used = {text for tree in trees.values() for text in texts_in(tree)} | TITLES
    assert {*catalog.entries} - used == set()


def test_a_refusal_gives_its_text_what_fills_it(catalog: Catalog, trees: dict[str, ast.Module]) -> None:
    blank = [
        f"{path}:{call.lineno} {key} lacks {sorted(wanted - given)}"
        for path, tree in trees.items()
        for call, key, given in refusals(tree)
        if (wanted := placeholders(catalog, key)) - given
    ]
    assert blank == []


def names_of_other_things(trees: dict[str, ast.Module]) -> Iterator[str]:
    """Permissions, events, jobs, subscribers, schedules and log lines have dotted names too."""
    yield from (p.code for p in PERMISSIONS)
    for kind in Event.__subclasses__():
        yield from (each.kind for each in (kind, *kind.__subclasses__()))
    yield from (handler.job.label for handler in JOBS)
    yield from (each.name for each in (*SUBSCRIBERS, *SCHEDULES))
    for tree in trees.values():
        for call in calls(tree):
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "log":
                yield from texts_in(call.args[0])


def refusals(tree: ast.AST) -> Iterator[tuple[ast.Call, str, set[str]]]:
    """Give each refusal that names its key and its parameters literally, with the parameters' names."""
    for call in calls(tree):
        name = ast.unparse(call.func)
        if name in REFUSALS and call.args and not any(k.arg is None for k in call.keywords):
            given = {k.arg for k in call.keywords if k.arg} - OWN_ARGUMENTS
            yield from ((call, key, given) for key in texts_in(call.args[0]))
        if name == "FieldError" and all(isinstance(each, ast.Dict) for each in call.args[2:]):
            given = {
                text for each in call.args[2:] if isinstance(each, ast.Dict) for k in each.keys for text in texts_in(k)
            }
            yield from ((call, key, given) for key in texts_in(call.args[1]))


def placeholders(catalog: Catalog, key: str) -> set[str]:
    texts = catalog.entries.get(key, {}).values()
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def texts_in(tree: ast.AST | None) -> Iterator[str]:
    nodes = ast.walk(tree) if tree is not None else ()
    return (n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))
