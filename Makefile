# Usher's commands. `make` lists them.

# State of the development mode: databases, keys, the inbox.
export USHER_HOME ?= $(CURDIR)/.usher

# What generators write, and nobody by hand. `make check` compares it: add here
# what a new go:generate line writes.
GENERATED := graph/generated graph/model e2e/client store/schema.sql web/admin/gql

# A command that runs another with one Postgres and one Redis for tests.
WITH := go run ./internal/testenv/with --
LINT := go tool -modfile=tools/go.mod golangci-lint

WEB_SOURCES := $(shell find web \( -name node_modules -o -name dist -o -path web/tools \) -prune -o -type f ! -name '*.go' -print)

.DEFAULT_GOAL := help
.PHONY: help tools run test check generate bench pictures reset build generated-is-current lint race

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Start Usher with demo data on this machine; Ctrl-C stops it.
	@exec bin/usher dev

build: web/dist/.built ## Build the binary, bin/usher.
	go build -o bin/usher .

# The walks go last and alone: a browser beside all other tests on two cores is
# slower than any person would bear.
test: web/dist/.built web/tools/node_modules/.package-lock.json ## Run all tests on a real Postgres and Redis, the pages in a real browser.
	npm --prefix web/tools test
	$(WITH) go test -count=1 $$(go list ./... | grep -v /e2e)
	$(WITH) go test -count=1 ./e2e/...

check: tools generated-is-current lint race ## Check generated code, format, lint and data races.

# gqlgen goes first: what go:generate lines run may need its types. The schema
# is dumped from a server that has just been migrated.
generate: tools web/tools/node_modules/.package-lock.json ## Write the generated code anew.
	go tool gqlgen generate
	go generate ./...
	npm --prefix web/tools run codegen
	$(WITH) go run ./store/dump >store/schema.sql.new
	mv store/schema.sql.new store/schema.sql

bench: web/dist/.built ## Run the benchmarks of bench/.
	$(WITH) go test -run='^$$' -bench=. ./bench/...

pictures: build web/tools/node_modules/.package-lock.json ## Take the README's pictures of the screens.
	scripts/pictures

reset: tools ## Remove the development data; `make run` then starts over.
	go run ./internal/engines/reset "$(USHER_HOME)"

# The parts of check.

generated-is-current: generate
	@changed=$$(git status --porcelain --untracked-files=all -- $(GENERATED)); \
	if [ -n "$$changed" ]; then \
		echo "generated files differ from those committed; commit these:"; echo "$$changed"; exit 1; \
	fi

lint: web/dist/.built web/tools/node_modules/.package-lock.json
	@unformatted=$$(gofmt -l $$(git ls-files --cached --others --exclude-standard '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	$(LINT) run ./...
	npm --prefix web run check

# The walks in a browser were taken by test already, and race in the binary they drive would be another's.
race: web/dist/.built
	$(WITH) go test -race -count=1 -skip '^TestScreens$$' ./...

# The front end, which the binary embeds. Built only when its sources are newer.

tools:
	@scripts/check-tools

web/dist/.built: web/node_modules/.package-lock.json $(WEB_SOURCES)
	npm --prefix web run build
	@touch $@

web/node_modules/.package-lock.json: web/package-lock.json | tools
	npm --prefix web ci --no-audit --no-fund
	@touch $@

# What develops and tests the front end is apart, so that a first start is short.
web/tools/node_modules/.package-lock.json: web/tools/package-lock.json | tools
	npm --prefix web/tools ci --no-audit --no-fund
	@touch $@
