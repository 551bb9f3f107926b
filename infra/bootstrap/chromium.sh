# A Chromium with CJK fonts for the journeys. Only root can install one; without it the journeys skip visibly.
# shellcheck shell=bash
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  return 1
}

has_cjk_fonts() { command -v fc-list >/dev/null && fc-list :lang=zh family | grep -q .; }

ensure_chromium() {
  local wanted=()
  find_chromium >/dev/null || wanted+=(chromium)
  has_cjk_fonts || wanted+=(fonts-noto-cjk fontconfig)
  [ ${#wanted[@]} -eq 0 ] && return
  if is_root && command -v apt-get >/dev/null; then
    apt_install "The journeys need ${wanted[*]}" "${wanted[@]}"
  else
    say "  No ${wanted[*]} here, so what needs a browser is skipped. An administrator can: apt-get install ${wanted[*]}"
  fi
}
