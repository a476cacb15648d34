# Two commands on a fresh machine with Rust, Node and apt:
#   make demo   sets up, builds, finds opportunities in the made-up county of examples/westmarch, enters its arrangements, and
#               runs its website; says what to open and how to sign in (SITE=no leaves the website out)
#   make test   sets up and passes every test
# What is built is kept in ./target, or where CARGO_TARGET_DIR says.

CARGO ?= cargo
BUILT = $(if $(CARGO_TARGET_DIR),$(CARGO_TARGET_DIR),target)/release
SITE_AT ?= 127.0.0.1:8080
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: demo demo-stop test check bench setup setup-browser setup-database

# At a terminal the website runs until Ctrl-C; without one (a script, a build server) it is left running, and `make demo-stop` ends it.
demo: setup
	$(CARGO) build --release --locked --package commands
	$(BUILT)/commonweal demo --no-site --out demo
	@if [ "$(SITE)" = no ]; then :; \
	elif [ -t 0 ] && [ -t 1 ]; then $(BUILT)/commonweal serve demo/westmarch --at $(SITE_AT); \
	else sh examples/leave-running.sh $(BUILT)/commonweal demo/westmarch $(SITE_AT); fi

demo-stop:
	@[ ! -f demo/site.pid ] || kill $$(cat demo/site.pid) 2>/dev/null; rm -f demo/site.pid

test: setup setup-browser setup-database
	$(CARGO) test --release --locked --workspace --quiet
	COMMONWEAL_EXAMPLES=$(abspath $(BUILT))/examples npm --prefix ui test

# Everything that is checked before a change lands, besides the tests.
check: setup
	$(CARGO) fmt --check
	$(CARGO) clippy --release --locked --workspace --all-targets --quiet -- --deny warnings
	$(CARGO) xtask all

bench: setup
	$(CARGO) bench --locked --package intake --package services --package suppliers --package opportunities --package cases --package partnerships --package bodies --package pages --package register

setup: ui/dist/report.css
	@command -v cc >/dev/null || $(SUDO) apt-get install --yes build-essential

ui/dist/report.css: ui/package-lock.json $(wildcard ui/sass/* ui/script/* ui/build.mjs)
	npm --prefix ui ci --no-audit --no-fund
	npm --prefix ui run build
	@touch $@

setup-browser:
	@[ -x /usr/bin/chromium ] || { $(SUDO) apt-get update --quiet && $(SUDO) apt-get install --yes --quiet chromium; }

# PostgreSQL is started by the tests themselves, each in a folder of its own; the package is all that is needed.
setup-database:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { $(SUDO) apt-get update --quiet && $(SUDO) apt-get install --yes --quiet postgresql; }
