#!/bin/sh
# Make a virtual environment with a Python that is new enough, or say in one sentence what is missing.
# usage: tools/venv.sh FOLDER        PYTHON=… chooses the interpreter
set -eu
folder=$1

new_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if new_enough "$folder/bin/python"; then
    exit 0
fi
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
    if new_enough "$python"; then
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$python cannot make virtual environments: install its venv module (Debian, Ubuntu: apt-get install python3-venv) and run make again." >&2
            exit 1
        fi
        echo "Making $folder with $("$python" --version) …"
        rm -rf "$folder"
        exec "$python" -m venv "$folder"
    fi
done
echo "Python 3.11 or newer is needed: install it (Debian, Ubuntu: apt-get install python3 python3-venv) and run make again." >&2
exit 1
