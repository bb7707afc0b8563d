# Sourced by the `build` scripts of programs in Go.
# shellcheck shell=sh
#
# Before sourcing, `name` says whose programs they are and `here` is the folder of their go.mod.

. "$here/../kept-builds.sh"

# pins_of <module> <version>: where `make matrix` asks for another version of that module than go.mod has, the pins of
# that version. The cache keeps a folder for each set of pins.
pins_of() {
    [ -n "$2" ] && [ "$2" != "$(pinned "$1" "$here/go.mod")" ] || return 0
    here=$here/versions/$2
    [ -f "$here/go.mod" ] || fail "there are no pins of version $2: no $here/go.mod"
}

# pinned <module> <go.mod>: the version, without its v.
pinned() { sed -n "s|^.*[[:space:]]$1 v\([0-9.]*\).*|\1|p" "$2" | head -n 1; }

operating_system() { uname -s | tr '[:upper:]' '[:lower:]'; }
architecture() {
    case $(uname -m) in
        x86_64 | amd64) echo amd64 ;;
        aarch64 | arm64) echo arm64 ;;
        *) uname -m ;;
    esac
}
platform=$(operating_system)-$(architecture)

# Go's own installer changes no PATH, so its usual folders count as found too.
find_go() {
    command -v go && return
    for candidate in /usr/local/go/bin/go /opt/homebrew/bin/go /usr/lib/go/bin/go /usr/lib/go-*/bin/go /snap/bin/go; do
        [ ! -x "$candidate" ] || { echo "$candidate"; return; }
    done
    return 1
}

# go_build <output> <linker flags> <package>...: with the versions pinned in $here, whatever the user's settings.
go_build() {
    output=$1 linker_flags=$2
    shift 2
    (cd "$here" && CGO_ENABLED=0 GOWORK=off GOFLAGS='' "$go" build \
        -mod=readonly -trimpath -buildvcs=false -ldflags "$linker_flags" -o "$output" "$@" 2>"$work/go.log") || {
        echo failed >&2
        cat "$work/go.log" >&2
        fail "Go could not build $*; the lines above say why."
    }
}

# build_once <linker flags> <package>...: for programs that one call of Go builds. Prints their folder. A single program
# is called $program where that is set, and by its package otherwise.
# Ends with 69 (EX_UNAVAILABLE) where there is no Go: callers may do without.
build_once() {
    flags=$1
    shift
    # Everything that decides what the build yields: another pin, source, flag or platform is another folder.
    built=$cache/$({ echo "$platform $flags $*"; cat "$here"/go.* "$here"/*.go 2>/dev/null || true; } | fingerprint)
    mkdir -p "$cache"
    if [ ! -d "$built" ]; then
        go=$(find_go) || { say "no Go (1.26.8 or newer) to build them with"; exit 69; }
        wait_for_other_build
        if [ ! -d "$built" ]; then
            say "building, once: a minute or three now, none later"
            begin_build
            go_build "$work/finished/${program:-}" "$flags" "$@"
            publish "$built"
        fi
    fi
    echo "$built"
}
