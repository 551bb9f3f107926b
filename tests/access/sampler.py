"""Makes the smallest valid body of a route from the API's own description, so that permissions are what is tested."""

import re
from typing import Any
from uuid import uuid4

EXAMPLES = {
    "uuid": lambda: str(uuid4()),
    "date": lambda: "2026-11-22",
    "date-time": lambda: "2026-11-22T08:00:00Z",
    "decimal": lambda: "1",
    "uri": lambda: "https://push.invalid/x",
}
TEXTS = (
    "1",  # first, since a decimal is a text of no stated form
    "AB12",
    "08:00",
    "a" * 64,
    "x",
    "xxxxxxxxxxxx",
    "6901234567892",
    "https://push.invalid/x",
    "k" * 24,
    "k" * 88,
)


def sample(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    """Return the smallest value that `schema` allows; required fields only."""
    match schema:
        case {"$ref": str(reference)}:
            value = sample(schemas[reference.rsplit("/", 1)[1]], schemas)
        case {"oneOf": [first, *_]} | {"anyOf": [first, *_]}:
            value = sample(first, schemas)
        case {"const": value} | {"enum": [value, *_]}:
            pass
        case {"type": [*kinds]}:
            value = sample({**schema, "type": next(kind for kind in kinds if kind != "null")}, schemas)
        case {"type": "object"}:
            fields = schema.get("properties", {})
            value = {name: sample(fields[name], schemas) for name in schema.get("required", [])}
        case {"type": "array"}:
            value = [sample(schema["items"], schemas) for _ in range(schema.get("minItems", 0))]
        case {"type": "integer" | "number"}:
            value = schema.get("minimum", 1)
        case {"type": "boolean"}:
            value = False
        case _:
            value = text(schema)
    return value


def text(schema: dict[str, Any]) -> str:
    """Return a text of the schema's format, pattern and length."""
    if schema.get("format") in EXAMPLES:
        return EXAMPLES[schema["format"]]()
    pattern, shortest = schema.get("pattern", ""), schema.get("minLength", 0)
    return next(t for t in TEXTS if re.search(pattern, t) and shortest <= len(t) <= schema.get("maxLength", 10**6))
