# The PWA's packages and its two builds, each only when what it is made from has changed.
# shellcheck shell=bash
PWA=$ROOT/pwa

# npm leaves node_modules/.package-lock.json behind: newer than the lock means somebody has installed by hand.
packages_current() {
  stamped pwa-packages "$1" && [ -d "$PWA/node_modules" ] && return
  [ "$PWA/node_modules/.package-lock.json" -nt "$PWA/package-lock.json" ]
}

ensure_packages() {
  local lock
  [ -f "$PWA/package-lock.json" ] || fail "pwa/package-lock.json is missing"
  lock=$(digest "$PWA/package-lock.json")
  packages_current "$lock" ||
    step "Installing the locked PWA packages" npm-ci npm --prefix "$PWA" ci --no-audit --no-fund --loglevel=error
  stamp pwa-packages "$lock"
}

# Everything in pwa/ but what is installed, built or only tested.
pwa_sources() {
  find "$PWA" -mindepth 1 -maxdepth 1 ! -name node_modules ! -name dist ! -name tests ! -name '.*' -print0 |
    LC_ALL=C sort -z
}

ensure_pwa() {
  local sources made
  ensure_packages
  mapfile -d '' sources < <(pwa_sources)
  made=$(digest "${sources[@]}")
  if ! stamped pwa-build "$made" || [ ! -d "$PWA/dist" ]; then
    step "Building the PWA" pwa-build npm --prefix "$PWA" run build
    stamp pwa-build "$made"
  fi
}
