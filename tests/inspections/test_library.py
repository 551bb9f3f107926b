"""The library and the checklists made of it: whole in both languages, nothing asked twice, installed once."""

import re
from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from storewalk.core.schemas import Words
from storewalk.inspections.api import install_standard_template, install_standard_templates
from storewalk.inspections.drafts import faults
from storewalk.inspections.kinds import AnswerType
from storewalk.inspections.schemas.library import LibraryCategory
from storewalk.inspections.schemas.templates import CheckpointDraft
from storewalk.inspections.standard.library import read_library
from storewalk.inspections.standard.templates import FOLDER, read_standard
from storewalk.inspections.standard.templates import READY as FILES
from storewalk.stores.api import StoreFormat
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import checkpoint, template
from tests.factories.organization import Org

LIBRARY = [each for part in read_library() for each in part.checkpoints]
HAN = re.compile(r"[\u4e00-\u9fff]")
# Shares of common three-letter runs. Two questions on one subject ("which temperature …?") come to half at most.
ALIKE = {"title": 0.6, "criterion": 0.5}
READY = {
    "standard-visit": 11,
    "full-visit": 62,
    "opening": 17,
    "closing": 15,
    "food-safety-daily": 21,
    "food-safety-weekly": 20,
    "food-safety-monthly": 15,
    "new-product": 9,
    "promotion-setup": 11,
}


def runs(text: str) -> set[str]:
    plain = re.sub(r"\W", "", text.casefold())
    return {plain[at : at + 3] for at in range(len(plain) - 2)}


@pytest.mark.parametrize("field", ALIKE)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_checkpoints_ask_the_same(field: str, language: str) -> None:
    spoken = [(each.key, runs(getattr(getattr(each, field), language))) for each in LIBRARY]
    alike = [
        (one, other)
        for (one, left), (other, right) in combinations(spoken, 2)
        if len(left & right) > ALIKE[field] * len(left | right)
    ]
    assert alike == []


def test_the_library_covers_every_side_of_a_store_and_each_checkpoint_is_whole() -> None:
    assert [part.category for part in read_library()] == list(LibraryCategory)
    counts = {part.category: len(part.checkpoints) for part in read_library()}
    assert min(counts.values()) >= 12
    assert sum(counts.values()) >= 95
    assert Counter(each.key for each in LIBRARY).most_common(1)[0][1] == 1
    assert {each.answer_type for each in LIBRARY} == set(AnswerType)
    for each in LIBRARY:
        assert each.key
        assert each.hint
        assert each.reference
        for words in (each.title, each.criterion, each.hint, each.reference):
            assert HAN.search(words.zh), each.key
            assert not HAN.search(words.en), each.key
        assert each.title.zh.endswith("？"), each.key
        assert each.title.en.endswith("?"), each.key
        # What is failed without a photograph or a word cannot be followed up.
        assert each.photo_rule != "none" or each.note_rule != "none" or not each.critical, each.key


def test_every_ready_checklist_can_be_published_and_asks_each_thing_once() -> None:
    assert sorted(FILES) == sorted(FOLDER.glob("*.toml"))
    ready = dict(read_standard(path) for path in FILES)
    assert {code: sum(len(part.checkpoints) for part in draft.sections) for code, draft in ready.items()} == READY
    for draft in ready.values():
        assert faults(draft) == []
        assert sum(part.weight for part in draft.sections) == 100
    asked = {point.key for draft in ready.values() for part in draft.sections for point in part.checkpoints}
    assert len(asked) >= 87


async def test_an_editor_finds_checkpoints_in_either_language_by_side_and_kind_of_store(client: LogIn) -> None:
    regional = await client("regional")

    async def keys(**asked: Any) -> list[str]:
        answer = await regional.get("/api/checkpoint-library", **asked)
        assert answer.status_code == 200, answer.text
        return [point["key"] for part in answer.json() for point in part["checkpoints"]]

    assert len(await keys()) == len(LIBRARY)
    assert await keys(search="frying OIL") == await keys(search="煎炸油") == ["frying-oil"]
    safety = await keys(category="safety")
    assert (len(safety), "fire-exit" in safety, "price-tags" in safety) == (18, True, False)
    restaurant = await keys(format="restaurant")
    assert ("tableware-disinfected" in restaurant, "snack-shelf" in restaurant, "fire-exit" in restaurant) == (
        True,
        False,
        True,
    )
    assert await keys(search="没有这样的检查项") == []
    assert (await regional.get("/api/checkpoint-library", category="roof")).status_code == 400
    # What is picked goes into a draft as it is.
    [part] = (await regional.get("/api/checkpoint-library", search="frying oil")).json()
    draft = template(part["checkpoints"])
    published = await regional.post("/api/inspection-templates", draft)
    assert published.status_code == 201, published.text
    [picked] = published.json()["sections"][0]["checkpoints"]
    assert (picked["key"], picked["numberMax"]) == ("frying-oil", 27.0)
    assert picked["formats"] == ["convenience", "restaurant"]


async def test_the_ready_checklists_are_installed_once_and_never_over_a_chains_own(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    async with app_tx(org) as tx:
        visit = await install_standard_template(tx)
    regional = await client("regional")
    own = {**template([checkpoint("floor")]), "name": {"zh": "我们的巡检", "en": "Our visit"}, "ifVersion": 1}
    assert (await regional.post(f"/api/inspection-templates/{visit}/versions", own)).status_code == 201
    for _ in range(2):
        async with app_tx(org) as tx:
            await install_standard_templates(tx)
    items = (await regional.get("/api/inspection-templates")).json()["items"]
    assert [each["checkpointCount"] for each in items[:1]] == [62]
    assert len(items) == len(READY)
    assert [(each["name"]["zh"], each["version"]) for each in items if each["id"] == str(visit)] == [("我们的巡检", 2)]
    assert {each["version"] for each in items if each["id"] != str(visit)} == {1}
    # What was published stays readable, and says who did it.
    path = f"/api/inspection-templates/{visit}"
    versions = (await regional.get(f"{path}/history")).json()
    assert [(each["version"], each["checkpointCount"]) for each in versions] == [(2, 1), (1, 11)]
    me = (await regional.get("/api/me")).json()["account"]["name"]
    assert [each["publishedBy"] for each in versions] == [me, None]
    assert (await regional.get(f"{path}/versions/1")).json()["name"]["zh"] == "门店标准巡检"
    assert (await regional.get(f"{path}/versions/3")).status_code == 404


def test_words_of_the_library_fit_where_words_are_kept() -> None:
    assert all(isinstance(each, CheckpointDraft) and isinstance(each.title, Words) for each in LIBRARY)
    assert {kind for each in LIBRARY for kind in each.formats} == set(StoreFormat)
