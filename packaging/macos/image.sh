#!/bin/sh
# Makes a disk image of the app: image.sh APP TARGET.dmg
#
# BITSWAP_SIGN_IDENTITY signs the app and the image ("Developer ID Application: ..."); BITSWAP_NOTARY_PROFILE, a profile
# that `xcrun notarytool store-credentials` stored, has Apple notarise the image and staples the ticket to it. Without
# them the app is signed ad hoc, and macOS asks before it opens one that was downloaded.
set -eu

app=$1 target=$2
identity=${BITSWAP_SIGN_IDENTITY:--}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

timestamp=--timestamp
[ "$identity" = - ] && timestamp=--timestamp=none
codesign --force --deep --options runtime "$timestamp" --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$target"
hdiutil create -volname Bit-Swap -srcfolder "$folder" -fs HFS+ -format ULMO -ov "$target"

if [ "$identity" != - ]; then
    codesign --force --timestamp --sign "$identity" "$target"
fi
if [ -n "${BITSWAP_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$target" --keychain-profile "$BITSWAP_NOTARY_PROFILE" --wait
    xcrun stapler staple "$target"
fi
