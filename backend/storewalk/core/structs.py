"""The metaclass of our structs: fields by keyword only, also in subclasses, and a name given with the class."""

from typing import Any, dataclass_transform

import msgspec


@dataclass_transform(field_specifiers=(msgspec.field,), kw_only_default=True)
class KeywordStruct(msgspec.StructMeta):
    """`kw_only` is not inherited in msgspec, and a struct takes no class keywords; both are wanted here.

    `kind` and `name` of the class statement become class attributes.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> "KeywordStruct":
        """Make the class."""
        labels = {key: options.pop(key) for key in ("kind", "label") if key in options}
        options.setdefault("kw_only", True)
        made = super().__new__(cls, name, bases, namespace, **options)
        for key, value in labels.items():
            setattr(made, key, value)
        return made

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> None:
        """Take the class keywords that `__new__` has used."""
        del options
        super().__init__(name, bases, namespace)


@dataclass_transform(field_specifiers=(msgspec.field,), kw_only_default=True, frozen_default=True)
class FrozenKeywordStruct(KeywordStruct):
    """The same for structs that never change."""
