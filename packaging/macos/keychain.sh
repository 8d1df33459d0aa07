#!/bin/sh
# Puts the certificate that signs, and the account that notarises, into a keychain of this CI job.
#
# CERTIFICATE  a .p12 file in base64, with CERTIFICATE_PASSWORD
# NOTARY_ID    an Apple account, with NOTARY_TEAM and NOTARY_PASSWORD, or nothing
set -eu

keychain=$RUNNER_TEMP/bitswap.keychain-db
key=$(uuidgen)
printf %s "$CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
trap 'rm -f "$RUNNER_TEMP/certificate.p12"' EXIT

security create-keychain -p "$key" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$key" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign -k "$keychain"
security set-key-partition-list -S apple-tool:,apple: -s -k "$key" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

if [ -n "${NOTARY_ID:-}" ]; then
    xcrun notarytool store-credentials bitswap \
        --apple-id "$NOTARY_ID" --team-id "$NOTARY_TEAM" --password "$NOTARY_PASSWORD"
fi
