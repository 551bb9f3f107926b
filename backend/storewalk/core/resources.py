"""What jobs may use beyond the platform, made at first use: an idle worker holds no model, no decoder, no cipher."""

from collections import UserDict
from importlib import import_module
from typing import Any

import msgspec


class Factory(msgspec.Struct, frozen=True):
    """How a resource is made: the class by its full name, so that its module loads no sooner than its first use."""

    path: str
    arguments: dict[str, Any]

    def make(self) -> Any:
        """Load the class and make the resource."""
        module, _, name = self.path.rpartition(".")
        return getattr(import_module(module), name)(**self.arguments)


class Resources(UserDict[type, Any]):
    """Resources by their abstract class; a factory is replaced by what it makes when it is first asked for."""

    def __getitem__(self, kind: type) -> Any:
        """Return the resource. Raises KeyError for a kind that this process was not composed with."""
        found = super().__getitem__(kind)
        if isinstance(found, Factory):
            found = self.data[kind] = found.make()
        return found
