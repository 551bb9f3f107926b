"""What stands on a report, in its reader's language; so any process can draw it."""

from enum import StrEnum

from msgspec import Struct, field


class Form(StrEnum):
    """What a report is drawn as."""

    PDF = "pdf"
    PICTURE = "jpg"


class Tone(StrEnum):
    """How something stands; the word beside it says so too."""

    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"
    PLAIN = "plain"


class Line(Struct, frozen=True):
    """A labelled text."""

    label: str
    text: str
    tone: Tone = Tone.PLAIN


class Bar(Struct, frozen=True):
    """Points as a bar; `share` of its length is filled, and None is a part where nothing counted."""

    title: str
    text: str
    share: float | None
    tone: Tone


class Finding(Struct, frozen=True):
    """A question that was not passed. `pictures` are those at hand, `more` says what of them is not shown, and why."""

    title: str
    section: str
    tags: list[str]
    lines: list[Line]
    pictures: list[bytes]
    more: str


class Report(Struct, frozen=True):
    """A visit as it stood when the report was made."""

    language: str
    name: str
    chain: str
    store: str
    subtitle: str
    score: str
    unit: str
    tone: Tone
    change: Line | None
    capped: str
    facts: list[Line]
    tallies: list[Line]
    sections_title: str
    sections: list[Bar]
    critical_title: str
    critical: list[str]
    findings_title: str
    findings: list[Finding]
    no_findings: str
    left_out: str
    signed_title: str
    signed: list[Line]
    link: str
    scan: str
    made: str
    veiled: str
    page: str
    code: list[list[bool]] = field(default_factory=list[list[bool]])


class Drawing(Struct, frozen=True):
    """Reports to draw one after another, in the font at a path."""

    form: Form
    font: str
    reports: list[Report]
