#!/usr/bin/env bash
# Makes this checkout ready to run, to be checked, tested or measured; quick when it already is.
#
#   scripts/setup.sh run     .venv with requirements.txt, and the libraries and fonts that the PDF needs
#   scripts/setup.sh check   .venv with requirements-dev.txt
#   scripts/setup.sh test    both, and Chromium's headless shell, poppler and LibreOffice for the tests
#   scripts/setup.sh browser all that, and Chromium as people use it, for the benchmark and the pictures
#
# A failure is one line on standard error and exit status 1; the long story is in .venv/setup.log.
set -euo pipefail
export LC_ALL=C.UTF-8
CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

readonly log=.venv/setup.log
readonly pdf_packages=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig
  fonts-inter fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)
# Playwright drives Chromium through a Node of its own, which needs libatomic.
readonly test_packages=(chromium-headless-shell libatomic1 poppler-utils libreoffice-writer-nogui)
readonly browser_packages=(chromium)

main() {
  case "${1-}" in
    run) gives=(run) requirements=requirements.txt packages=("${pdf_packages[@]}") ;;
    check) gives=(check) requirements=requirements-dev.txt packages=() ;;
    test)
      gives=(run check test) requirements=requirements-dev.txt
      packages=("${pdf_packages[@]}" "${test_packages[@]}")
      ;;
    browser)
      gives=(run check test browser) requirements=requirements-dev.txt
      packages=("${pdf_packages[@]}" "${test_packages[@]}" "${browser_packages[@]}")
      ;;
    *) stop "say what to set up: scripts/setup.sh run, check, test or browser." ;;
  esac
  is_ready "$1" && return
  wait_for_other_setups
  is_ready "$1" && return
  find_python
  prepare_folder
  install_system_packages
  make_venv
  install_python_packages
  warm_caches
  mark_ready
}

say() { printf 'Groundwork: %s\n' "$*"; }

stop() {
  say "$*" >&2
  exit 1
}

# --- Whether there is anything to do

# The mark holds what setup depends on: other requirements, another setup or another Python make it run
# again. System packages are not looked at each time: when one is removed later, the app still starts and
# says what to install when a PDF is asked for.
fingerprint() {
  { cat requirements.txt requirements-dev.txt scripts/setup.sh && readlink -f .venv/bin/python; } | sha256sum
}

is_ready() {
  [[ -x .venv/bin/python && "$(content_of ".venv/ready-$1")" == "$(fingerprint)" ]]
}

# Without the mark, what was left out is named again next time, and found once it is there.
mark_ready() {
  printf '%s' "${left_out[*]-}" >.venv/left-out
  ((${#left_out[@]} == 0)) || return 0
  local what
  for what in "${gives[@]}"; do fingerprint >".venv/ready-$what"; done
}

content_of() { cat "$1" 2>/dev/null || true; }

# The lock is on the folder itself: it needs no file, and goes when this script ends, however it ends.
wait_for_other_setups() {
  command -v flock >/dev/null || return 0
  exec 9<.
  flock --nonblock 9 && return
  say "another setup is at work in this folder; waiting for it."
  flock 9
}

# --- Python and the folder

find_python() {
  for python in python3 python3.14 python3.13 python3.12 python3.11; do
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
  done
  stop "no Python 3.11 or newer is on the PATH. Install one, on Debian 12 or newer with:" \
    "apt-get install -y python3"
}

# Python's version is compared too, since a system upgrade changes it under an old .venv.
venv_works() { .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

can_make_venv() { venv_works || "$python" -c 'import ensurepip, venv' 2>/dev/null; }

prepare_folder() {
  venv_works || rm -rf .venv 2>/dev/null || true
  { mkdir -p .venv && : >"$log"; } 2>/dev/null ||
    stop "this account cannot write in '$PWD'. Use a copy of the folder that belongs to you."
}

# --- System packages

left_out=()

install_system_packages() {
  local missing=() why="" advice
  can_make_venv || packages+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
  if ! { command -v apt-get && command -v dpkg-query; } >/dev/null; then
    can_do_without || stop "libraries or programs are missing." \
      "Install what Debian calls ${packages[*]} with this system's package manager."
    return 0
  fi
  find_missing_packages
  ((${#missing[@]} > 0)) || return 0
  install_with_apt && return
  advice="Run as an administrator: apt-get install -y ${missing[*]}"
  can_do_without || stop "system packages are missing, and $why. $advice"
  # The tests run in Chromium itself as well, only longer.
  [[ "${missing[*]}" != chromium-headless-shell ]] || return 0
  left_out=("${missing[@]}")
  say "fonts or libraries are missing, and $why; some text may not print well. $advice" >&2
}

# Fills `missing` from `packages`.
find_missing_packages() {
  local installed package
  installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null || true)
  for package in "${packages[@]}"; do
    grep -qx "installed $package" <<<"$installed" || missing+=("$package")
  done
}

# Installs `missing`; sets `why` when it cannot.
install_with_apt() {
  local as_root=()
  if ((EUID != 0)); then
    why="this account may not install them"
    # At a terminal sudo may ask for the password, but not again for what it was refused for last time.
    as_root=(sudo --non-interactive)
    if [[ -t 0 && "$(content_of .venv/left-out)" != "${missing[*]}" ]]; then
      as_root=(sudo)
      say "system packages are missing; sudo may ask for your password to install them."
    fi
    "${as_root[@]}" true 2>>"$log" || return 1
  fi
  say "installing ${missing[*]}"
  # An update that fails may leave lists that are good enough; the installation tells.
  apt_get update || true
  apt_get install --no-install-recommends "${missing[@]}" && return
  why="apt-get could not install them: $(first_line_with '^E: ')"
  return 1
}

apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes -o DPkg::Lock::Timeout=600 "$@" \
    </dev/null >>"$log" 2>&1
}

# Whether libraries can be loaded and programs found, whatever the packages are called on this system.
can_do_without() {
  can_make_venv || return 1
  [[ " ${packages[*]-} " != *" chromium "* ]] || have chromium || return 1
  [[ " ${packages[*]-} " != *" poppler-utils "* ]] || { have_browser && have pdftotext soffice; } || return 1
  [[ " ${packages[*]-} " != *" libpango-1.0-0 "* ]] || libraries_load
}

have() {
  local program
  for program in "$@"; do command -v "$program" >/dev/null || return 1; done
}

# What the tests run in: tests/journeys/conftest.py looks for the same.
have_browser() { have chromium-headless-shell || have chromium; }

libraries_load() {
  "$python" - 2>/dev/null <<'PYTHON'
from ctypes import CDLL
from ctypes.util import find_library

for name in ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz"):
    CDLL(find_library(name) or f"lib{name}.so.0")
CDLL(find_library("fontconfig") or "libfontconfig.so.1")
PYTHON
}

# --- Python packages and caches

make_venv() {
  venv_works && return
  say "making .venv with $("$python" --version)"
  "$python" -m venv .venv >>"$log" 2>&1 || stop "$("$python" --version) could not make .venv; $log says why."
}

install_python_packages() {
  [[ "$(content_of ".venv/installed-$requirements")" != "$(fingerprint)" ]] || return 0
  # What is half done is not ready, even when the requirements go back to what they were.
  rm -f .venv/ready-* .venv/installed-*
  say "installing the Python packages of $requirements"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --prefer-binary \
    --requirement "$requirements" </dev/null >>"$log" 2>&1 ||
    stop "pip could not install the Python packages: $(first_line_with '^ERROR: ')." \
      "Check the network, then try again."
  fingerprint >".venv/installed-$requirements"
}

# The first complaint in the log is the cause; those after it are its effects.
first_line_with() {
  local line
  line=$(sed -n "s/$1//p" "$log" | head -n 1)
  printf '%s (more in %s)' "${line:-no reason given}" "$log"
}

# pip compiles what it installs; the app's own files and the font cache would slow the first start and PDF.
# Both only save time, so a failure waits for the app, which says it better.
warm_caches() {
  [[ ! -d wizard ]] || .venv/bin/python -m compileall -q wizard >>"$log" 2>&1 || true
  ! command -v fc-cache >/dev/null || fc-cache >>"$log" 2>&1 || true
}

main "$@"
