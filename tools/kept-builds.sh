# Sourced by the `build` scripts of this folder: where what they make is kept, and how it gets there.
# shellcheck shell=sh
#
# Before sourcing, `name` says what it is. A folder in $cache appears by a rename, whole or not at all, and is never
# written to again. Progress goes to stderr.

cache=${MULTIHOMING_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/multihoming-webhook}/$name

say() { echo "$name: $*" >&2; }
fail() { say "$*"; exit 1; }
fingerprint() { cksum | tr -d ' \t'; }

# A folder to build in, gone when the script ends; what it yields is moved to its place by publish.
begin_build() {
    work=$(mktemp -d "$cache/.building-XXXXXX")
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' HUP INT TERM
    mkdir "$work/finished"
}

# The rename makes the folder appear whole or not at all, whenever this is killed.
publish() { [ -d "$1" ] || mv "$work/finished" "$1"; }

# Two builds at once would slow each other: the second waits and finds the result.
# Where flock is missing (macOS) both build, and the first to finish wins.
wait_for_other_build() {
    command -v flock >/dev/null 2>&1 || return 0
    exec 9>"$cache/.lock"
    flock -n 9 || { say "another build is at work: waiting for it"; flock 9; }
}
