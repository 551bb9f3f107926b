"""A container's health check: `healthy.py ORIGIN PART...` succeeds if /api/health says "ok" of every part."""

import json
import sys
import urllib.error
import urllib.request


def state(origin: str) -> dict[str, str]:
    """Return what the API says of itself, also when it is not well as a whole."""
    try:
        with urllib.request.urlopen(f"{origin}/api/health", timeout=6) as answer:  # noqa: S310 - our own http
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return json.load(error)


def main() -> int:
    """Return 0 if all parts are well."""
    origin, *parts = sys.argv[1:]
    try:
        health = state(origin)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{origin}: {error}\n")
        return 1
    return int(any(health.get(part) != "ok" for part in parts))


if __name__ == "__main__":
    sys.exit(main())
