#!/bin/sh
# Opens the disk image, copies the app out of it and uses it: smoke_test.sh IMAGE.dmg
set -eu

image=$1
work=$(mktemp -d)
trap 'hdiutil detach "$work/mounted" -quiet || true; rm -rf "$work"' EXIT

hdiutil attach "$image" -mountpoint "$work/mounted" -nobrowse -quiet
cp -R "$work/mounted/Bit-Swap.app" "$work/"
program="$work/Bit-Swap.app/Contents/MacOS/bitswap"
codesign --verify --deep --strict "$work/Bit-Swap.app"

"$program" --version
cp resources/samples/mountain-lake.png "$work/photo.png"
time "$program" compress "$work/photo.png"
"$program" verify "$work/photo.png.bsw"
"$program" decompress "$work/photo.png.bsw" -o "$work/back"
"$program" devices --check
test -f "$work/back/photo.png"

QT_QPA_PLATFORM=offscreen "$work/Bit-Swap.app/Contents/MacOS/bitswap-gui" &
window=$!
sleep 8
kill "$window"
echo "ok"
