# Python >= 3.11 that is already on the machine, uv in a venv of its own, and the locked environment in .venv.
# shellcheck shell=bash
UV_VERSION=0.13.9

# Prints the base interpreter's path if the command is a Python >= 3.11 (a pyenv shim may be neither).
python_path() {
  "$1" -c 'import sys; print(sys.executable) if sys.version_info >= (3, 11) else sys.exit(1)' 2>/dev/null
}

candidates() { printf '%s\n' ${STOREWALK_PYTHON:+"$STOREWALK_PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; }

find_python() {
  local name path
  for name in $(candidates); do
    command -v "$name" >/dev/null || continue
    if path=$(python_path "$name"); then
      printf '%s\n' "$path"
      return
    fi
  done
  return 1
}

make_uv() {
  rm -rf "$TOOLS/uv"
  "$PYTHON" -m venv "$TOOLS/uv" && "$TOOLS/uv/bin/python" -m pip install --quiet "uv==$UV_VERSION"
}

ensure_uv() {
  local works
  works=$("$TOOLS/uv/bin/uv" --version 2>/dev/null || true)
  if [[ $works != "uv $UV_VERSION"* ]]; then
    "$PYTHON" -c 'import ensurepip' 2>/dev/null ||
      apt_install "$PYTHON cannot make virtual environments (ensurepip is missing)" python3-venv
    step "Installing uv $UV_VERSION into .tools" uv make_uv
  fi
  ln -sfn ../uv/bin/uv "$TOOLS/bin/uv"
}

ensure_python() {
  PYTHON=$(find_python) || {
    apt_install "No Python 3.11 or newer was found" python3 python3-venv
    PYTHON=$(find_python) || fail "The system's Python is older than 3.11; set STOREWALK_PYTHON to a newer one"
  }
  ensure_uv
  export UV_PYTHON_DOWNLOADS=never UV_PYTHON=$PYTHON
  # A quick look first, so that a start with nothing to do shows no step for it.
  if ! "$TOOLS/bin/uv" sync --frozen --check --quiet --project "$ROOT" 2>/dev/null; then
    step "Installing the locked Python packages" uv-sync "$TOOLS/bin/uv" sync --frozen --compile-bytecode --project "$ROOT"
  fi
  compile_own
}

# Where the environment forbids Python to write bytecode (containers often do), every start would compile all sources
# again: two CPU seconds for API and worker together. What is compiled already is passed over.
compile_own() {
  "$ROOT/.venv/bin/python" -m compileall -q "$ROOT/backend/storewalk" "$ROOT/ml/demand" "$ROOT/ml/shelfvision" "$ROOT/infra/storewalk_embedded"
}
