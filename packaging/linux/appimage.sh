#!/bin/sh
# Packs a frozen folder as an AppImage: appimage.sh FROZEN SHARE TARGET.AppImage
#
# It needs mksquashfs (Debian's squashfs-tools) and, in $APPIMAGE_RUNTIME, the runtime of the AppImage project
# (type2-runtime), which no package registry has. Without one the file system is made all the same, as
# TARGET.AppImage.squashfs, and the command says so. The workflow fetches one by its digest.
set -eu

frozen=$1 share=$2 target=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

chmod 755 "$folder" # of mktemp, it is its owner's alone
mkdir -p "$folder/usr/lib"
cp -a "$frozen" "$folder/usr/lib/bitswap"
cp -a "$share" "$folder/usr/share"
cp "$share/applications/bitswap.desktop" "$folder/bitswap.desktop"
cp "$share/icons/hicolor/256x256/apps/bitswap.png" "$folder/bitswap.png"
ln -s bitswap.png "$folder/.DirIcon"
cat > "$folder/AppRun" <<'RUN'
#!/bin/sh
# Started by that name, or with a first argument that is a command, this is `bitswap`; else it is the window.
here=$(dirname "$(readlink -f "$0")")
case "${1:-}" in
    compress | decompress | verify | info | thumbnail | bench | devices | gui | --version | --help | -h)
        exec "$here/usr/lib/bitswap/bitswap" "$@" ;;
esac
exec "$here/usr/lib/bitswap/bitswap-gui" "$@"
RUN
chmod 755 "$folder/AppRun"

rm -f "$target" "$target.squashfs"
epoch=${SOURCE_DATE_EPOCH:-0}
unset SOURCE_DATE_EPOCH # mksquashfs takes that or the options, and it would leave older times as they are
mksquashfs "$folder" "$target.squashfs" -root-owned -noappend -comp zstd -quiet -no-progress \
    -mkfs-time "$epoch" -all-time "$epoch"
if [ -z "${APPIMAGE_RUNTIME:-}" ]; then
    echo "appimage.sh: APPIMAGE_RUNTIME names no runtime; $target.squashfs is all but its first part." >&2
    exit 0
fi
# Its header has AppImage's magic, AI and the type 2, at byte 8.
if [ "$(od -An -tx1 -j8 -N3 "$APPIMAGE_RUNTIME" | tr -d ' ')" != 414902 ]; then
    echo "appimage.sh: $APPIMAGE_RUNTIME is no runtime of type 2." >&2
    exit 1
fi
cat "$APPIMAGE_RUNTIME" "$target.squashfs" > "$target"
rm "$target.squashfs"
chmod 755 "$target"
