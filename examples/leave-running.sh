#!/bin/sh
# Runs the website of a place in the background, waits until it answers, and says where it is and how to end it.
# Used by `make demo` where nobody sits at a terminal. Its log and its process number lie beside the place.
set -eu
program=$1 place=$2 at=$3
beside=$(dirname "$place")
if [ -f "$beside/site.pid" ]; then kill "$(cat "$beside/site.pid")" 2>/dev/null || true; fi
nohup "$program" serve "$place" --at "$at" > "$beside/site.log" 2>&1 < /dev/null &
echo $! > "$beside/site.pid"
tries=0
until grep -q "is at http" "$beside/site.log"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ] || ! kill -0 "$(cat "$beside/site.pid")" 2>/dev/null; then
        echo "could not run the website of $place:" >&2
        cat "$beside/site.log" >&2
        rm -f "$beside/site.pid"
        exit 1
    fi
    sleep 0.1
done
echo "The website is running at http://$at; end it with: make demo-stop"
