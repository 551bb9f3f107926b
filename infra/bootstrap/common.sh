# Shared by the bootstrap parts: paths, progress lines, captured output, stamps. Sourced, never run.
# shellcheck shell=bash
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
TOOLS=$ROOT/.tools
LOGS=$TOOLS/logs
STAMPS=$TOOLS/stamps
mkdir -p "$LOGS" "$STAMPS" "$TOOLS/bin"

# A home that cannot be written (a service account) must not stop the caches of uv and npm.
if [ ! -w "${HOME:-/nonexistent}" ]; then
  export HOME=$TOOLS/home
  mkdir -p "$HOME"
fi

# Trust what the machine trusts: behind a company's proxy, uv's and Node's own certificate lists are not enough.
export UV_SYSTEM_CERTS=${UV_SYSTEM_CERTS:-true} NODE_USE_SYSTEM_CA=${NODE_USE_SYSTEM_CA:-1}

say() { printf '%s\n' "$*"; }

fail() {
  printf 'storewalk: %s\n' "$*" >&2
  exit 1
}

# step LABEL LOG-NAME COMMAND... : one progress line with the time it took; output is shown only on failure.
step() {
  local label=$1 log=$LOGS/$2.log began=$EPOCHREALTIME took
  shift 2
  printf '  %-52s' "$label"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    printf 'failed\n'
    tail -n 40 "$log" >&2
    fail "$label failed; the whole output is in $log"
  fi
  took=$(((${EPOCHREALTIME/[.,]/} - ${began/[.,]/}) / 100000))
  printf '%3d.%d s\n' $((took / 10)) $((took % 10))
}

stamped() { [ -f "$STAMPS/$1" ] && [ "$(<"$STAMPS/$1")" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$STAMPS/$1"; }

# digest PATH... : one hash over the names and contents of all files below the given paths.
digest() {
  find "$@" -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c1-64
}

is_root() { [ "$(id -u)" = 0 ]; }

# apt_install REASON PACKAGE... : root on a Debian-like system installs; anybody else is told what to do.
apt_install() {
  local reason=$1
  shift
  if ! is_root || ! command -v apt-get >/dev/null; then
    fail "$reason. Ask an administrator for: apt-get install $*"
  fi
  step "apt-get update" apt-update apt-get update
  step "apt-get install $*" apt-install env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$@"
}
