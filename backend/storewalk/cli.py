"""The commands of an installation. Each loads only what it needs: the server never loads the model or the queue."""

import argparse
import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Final

from storewalk.core.settings import UnsafeSettings, load

COMMANDS: Final = {
    "serve": ("storewalk.asgi", "serve", ()),
    "work": ("storewalk.worker", "run", ()),
    "migrate": ("storewalk.maintenance", "migrate", ()),
    "found": ("storewalk.maintenance", "found", ("CODE", "NAME", "USERNAME")),
    "backup": ("storewalk.backup", "backup", ("FOLDER",)),
    "restore": ("storewalk.backup", "restore", ("FOLDER",)),
    "demo": ("storewalk.maintenance", "load_demo", ()),
    "prove": ("storewalk.maintenance", "prove", ()),
    "openapi": ("storewalk.maintenance", "print_schema", ()),
}
# Describing the API needs no database and no store; these addresses are never opened.
OFFLINE: Final = {
    "STOREWALK_DATABASE_URL": "postgresql://offline@127.0.0.1/offline",
    "STOREWALK_S3_ENDPOINT": "http://127.0.0.1:1",
    "STOREWALK_S3_ACCESS_KEY": "offline",
    "STOREWALK_S3_SECRET_KEY": "offline-secret",
    "STOREWALK_PUBLIC_ORIGIN": "http://127.0.0.1:8080",
    "STOREWALK_SECRET_KEY": "offline" * 8,
    "STOREWALK_VAPID_PRIVATE_KEY": "-",
    "STOREWALK_VAPID_SUBJECT": "mailto:offline@localhost",
}


def main() -> None:
    """Run one command with the settings of the environment."""
    parser = argparse.ArgumentParser(prog="storewalk", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for each in sorted(COMMANDS):
        sub = commands.add_parser(each)
        for argument in COMMANDS[each][2]:
            sub.add_argument(argument)
    given = parser.parse_args()
    name = given.command
    try:
        settings = load(OFFLINE if name == "openapi" else os.environ)
    except UnsafeSettings as fault:
        sys.exit(f"storewalk: {fault}")
    module, function, wanted = COMMANDS[name]
    # What is imported stays: collecting garbage meanwhile costs a tenth of the start, looking through it later more.
    gc.disable()
    # The log's library would load rich to draw tracebacks; ours are lines of JSON, and it is 3 MiB a process.
    sys.modules["rich"] = ModuleType("rich")
    command = getattr(import_module(module), function)
    del sys.modules["rich"]
    gc.freeze()
    gc.enable()
    command(settings, *(getattr(given, argument) for argument in wanted))


if __name__ == "__main__":
    main()
