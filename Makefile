# Storewalk: `make help` lists what there is. Every recipe is one call; the work is in the scripts.
.DEFAULT_GOAL := help
.PHONY: help run test e2e check fmt bench train evaluate openapi screenshots lock setup clean

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## Serve everything on one port (PORT=8080 DATA=.storewalk; LAN=1: HTTPS for real phones)
	@exec infra/run

test: ## All tests but the long runs
	@exec infra/test not-e2e

e2e: ## The long runs: all journeys, faults, soak
	@exec infra/test e2e

check: ## Linters, types, import rules, file lengths, messages, generated client
	@exec infra/checks/check

fmt: ## Format and mend what can be mended by itself
	@exec infra/checks/fmt

bench: ## Measure, print a table and write build/bench.json (ONLY=prefix)
	@exec infra/bench $(ONLY)

train: ## Train the shelf model in an environment of its own
	@exec ml/train

evaluate: ## Measure the shelf model, print its figures, write its card and a report in build/shelfvision
	@exec ml/evaluate

openapi: ## Write the API's schema and the PWA's generated client
	@exec infra/checks/openapi --write

screenshots: ## Take the README's screenshots from the demo chain
	@exec infra/screenshots

lock: ## Resolve uv.lock and pwa/package-lock.json anew
	@exec infra/lock

setup: ## Find or make the tools and environments, and nothing else
	@exec infra/bootstrap/ensure python node packages

clean: ## Remove builds and caches (tools, environments and data stay)
	@rm -rf build dist pwa/dist .pytest_cache .ruff_cache .import_linter_cache .hypothesis .tools/stamps
