#!/bin/sh
# Starts Batsign on this computer, without a network and without installing anything.
cd "$(dirname "$0")" || exit 1
if command -v python3 >/dev/null; then exec python3 serve.py "$@"; fi
echo "Batsign needs Python 3 to start here (it is part of most systems; on a Mac: xcode-select --install)."
exit 1
