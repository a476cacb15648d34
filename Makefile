# Two commands on a fresh machine with Rust, Node and apt:
#   make demo   sets up, builds, finds opportunities in the made-up county of examples/westmarch, and says what to open
#   make test   sets up and passes every test
# What is built is kept in ./target, or where CARGO_TARGET_DIR says.

CARGO ?= cargo
BUILT = $(if $(CARGO_TARGET_DIR),$(CARGO_TARGET_DIR),target)/release
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: demo test check bench setup setup-browser

demo: setup
	$(CARGO) build --release --locked --package commands
	$(BUILT)/commonweal find examples/westmarch --out demo

test: setup setup-browser
	$(CARGO) test --release --locked --workspace --quiet
	COMMONWEAL_EXAMPLES=$(abspath $(BUILT))/examples npm --prefix ui test

# Everything that is checked before a change lands, besides the tests.
check: setup
	$(CARGO) fmt --check
	$(CARGO) clippy --release --locked --workspace --all-targets --quiet -- --deny warnings
	$(CARGO) xtask all

bench: setup
	$(CARGO) bench --locked --package intake --package services --package suppliers --package opportunities --package cases --package partnerships

setup: ui/dist/report.css
	@command -v cc >/dev/null || $(SUDO) apt-get install --yes build-essential

ui/dist/report.css: ui/package-lock.json $(wildcard ui/sass/* ui/script/* ui/build.mjs)
	npm --prefix ui ci --no-audit --no-fund
	npm --prefix ui run build
	@touch $@

setup-browser:
	@[ -x /usr/bin/chromium ] || { $(SUDO) apt-get update --quiet && $(SUDO) apt-get install --yes --quiet chromium; }
