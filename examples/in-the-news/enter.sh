#!/bin/sh
# Enters the arrangements that were in the news into a place of their own, with the public commands alone.
# Use: sh examples/in-the-news/enter.sh FOLDER        (a new folder; then: commonweal serve FOLDER)
set -eu
here=$(dirname "$0")
folder=${1:?name a new folder, such as in-the-news}
mkdir -p "$folder"
cp "$here/place.toml" "$folder/place.toml"
commonweal register import "$here/arrangements.toml" --place "$folder" --dry-run
commonweal register import "$here/arrangements.toml" --place "$folder" --why "Told by the document that each entry names."
commonweal register totals --place "$folder" --lines
