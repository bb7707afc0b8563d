# Becomes a command that runs in an unpacked image as a container runtime would have it: with a read-only root, /tmp in
# memory, and folders of this machine mounted into it. Needs a mount namespace of its own (unshare --mount).
#
# container.sh ROOT [--read FOLDER TARGET | --write FOLDER TARGET]... -- COMMAND...
set -eu
root=$1
shift

mount --bind "$root" "$root"
for folder in proc dev; do
    mkdir -p "$root/$folder"
    mount --rbind "/$folder" "$root/$folder"
done
mount -t tmpfs -o size=64m,mode=1777 tmpfs "$root/tmp"
while [ "$1" != -- ]; do
    mkdir -p "$root$3"
    mount --bind "$2" "$root$3"
    [ "$1" = --write ] || mount -o remount,bind,ro "$root$3"
    shift 3
done
shift
mount -o remount,bind,ro "$root"
exec "$@"
