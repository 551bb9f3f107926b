"""Free ports on the loopback, kept from one start to the next."""

import random
import socket
from collections.abc import Iterable
from pathlib import Path

from storewalk_embedded.errors import EmbeddedError
from storewalk_embedded.files import read_json, write_json

LOWEST, HIGHEST = 10_000, 30_000
"""Below the range from which the kernel takes outgoing ports, so that none of those is in the way."""

GRPC_OFFSET = 10_000
"""The S3 server's parts listen on their port and on their port plus this."""


def is_free(port: int) -> bool:
    """Whether a server could listen on 127.0.0.1:port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port(*, with_grpc: bool = False, taken: Iterable[int] = ()) -> int:
    """A random free port; with_grpc, one whose gRPC port is free and in the range too."""
    choose = random.SystemRandom()
    offsets = (0, GRPC_OFFSET) if with_grpc else (0,)
    used = set(taken)
    for _ in range(1_000):
        port = choose.randrange(LOWEST, HIGHEST - offsets[-1])
        if all(port + offset not in used and is_free(port + offset) for offset in offsets):
            return port
    message = f"No free port was found on 127.0.0.1 between {LOWEST} and {HIGHEST}"
    raise EmbeddedError(message)


def stored_ports(path: Path, plain: Iterable[str], with_grpc: Iterable[str]) -> dict[str, int]:
    """A port for each name: the one of the last start where it is still free, else a new one."""
    stored = read_json(path)
    chosen: dict[str, int] = {}
    used: set[int] = set()
    wanted = [(name, False) for name in plain] + [(name, True) for name in with_grpc]
    for name, grpc in wanted:
        old = stored.get(name)
        offsets = (0, GRPC_OFFSET) if grpc else (0,)
        if isinstance(old, int) and all(is_free(old + offset) and old + offset not in used for offset in offsets):
            chosen[name] = old
        else:
            chosen[name] = free_port(with_grpc=grpc, taken=used)
        used.update(chosen[name] + offset for offset in offsets)
    write_json(path, chosen)
    return chosen
