# `make help` lists what there is. Needs GNU make; finds a JDK 25 by itself.

# The default java of a machine is often too old for Maven to run this build on.
WITH_JDK = JAVA_HOME=$$(tools/find-jdk) && export JAVA_HOME &&
MVN = $(WITH_JDK) mvn --batch-mode --no-transfer-progress

APP = target/quarkus-app/quarkus-run.jar
SOURCES = pom.xml $(shell find src -type f)

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The programs in src/tools start from the compiled test classes.
RUN = $(WITH_JDK) "$$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$$(cat target/test-classpath.txt)"

##### Build and check

.PHONY: verify
verify: control-plane ## Format check, static analysis, all tests, also those on the real control plane
	@rm -rf target/surefire-reports target/failsafe-reports
	$(MVN) verify
	@tools/count-tests

# Needs no package and no control plane, so it goes past Maven's own order of things.
.PHONY: conformance
conformance: ## Hold our rules beside the real CNI plugins (as root) and our readers beside Go's decoder
	@rm -f target/conformance*.txt
	$(MVN) --quiet test-compile failsafe:integration-test failsafe:verify -Dit.test='dev/multihoming/conformance/*IT'
	@cat target/conformance*.txt

.PHONY: node
node: control-plane $(APP) ## Run every fixture on a node with the real Multus, whereabouts and CNI plugins (as root)
	@rm -f target/node.txt
	$(MVN) --quiet test-compile failsafe:integration-test failsafe:verify -Dit.test='dev/multihoming/node/*IT'
	@cat target/node.txt

# As long as that in all, over all targets, or those of TARGETS.
DURATION = 30m

.PHONY: fuzz
fuzz: ## Fuzz both endpoints with Jazzer for DURATION (30m), and keep what is worth it in src/test/resources/fuzz
	$(MVN) --quiet test-compile dependency:build-classpath@test-classpath
	$(RUN) dev.multihoming.fuzz.Fuzz $(DURATION) $(TARGETS)

.PHONY: fmt
fmt: ## Format the code
	$(MVN) --quiet spotless:apply

.PHONY: docs
docs: control-plane ## Write the generated documents, the chart and approved texts anew; read the difference before you commit it
	$(MVN) --quiet test -Dtest=FixtureTest -Dapprove=true
	$(RUN) dev.multihoming.docs.GeneratedDocs
	$(RUN) dev.multihoming.chart.GeneratedChart

.PHONY: image
image: control-plane $(APP) ## Build the image, target/image/multihoming-webhook.tar (on Debian or Ubuntu, without a container engine)
	@$(RUN) dev.multihoming.image.ImageBuild

.PHONY: release
release: image ## Write target/release: manifests, chart, image, commands, bills of materials, checksums, release notes
	@$(RUN) dev.multihoming.release.Release

CLI = target/cli

.PHONY: cli
cli: $(CLI)/multihoming.aot ## Put the offline commands together: target/cli/multihoming

$(CLI)/multihoming.aot: $(APP) bin/multihoming tools/offline-command
	@$(WITH_JDK) tools/offline-command $(CLI)
	@# What it starts with later is what it sees here: every format, and a look at all of the fixtures.
	@cd $(CLI) && MULTIHOMING_AOT=record ./multihoming check --output json ../../demo ../../src/test/resources/rules >recording.log 2>&1 || [ $$? -eq 1 ]
	@cd $(CLI) && ls -l multihoming.aot >/dev/null && echo "$(CLI)/multihoming is ready; put it on your PATH, or link kubectl-multihoming from there."

.PHONY: bench
bench: control-plane $(APP) ## Measure reviews in memory and over the wire, the start and the memory (h2load where installed)
	$(RUN) org.openjdk.jmh.Main dev.multihoming.bench
	$(RUN) dev.multihoming.bench.Load
	$(RUN) dev.multihoming.bench.PodCreate
	$(RUN) dev.multihoming.bench.Rush
	$(RUN) dev.multihoming.bench.Start
	$(RUN) dev.multihoming.bench.OfflineCheck
	@if command -v chromedriver >/dev/null; then $(RUN) dev.multihoming.bench.ConsoleFindings; else echo "no chromedriver: the console is not measured"; fi

.PHONY: scale
scale: control-plane $(APP) ## Measure a replica with 100,000 pods, or SIZE="PODS NETWORKS NAMESPACES POLICIES" (ten minutes and more, 6 GB)
	$(RUN) dev.multihoming.bench.Scale $(SIZE)

.PHONY: chaos
chaos: control-plane $(APP) ## Break everything around two replicas, and print what became of requests (ten minutes)
	@$(RUN) dev.multihoming.chaos.Chaos $(FAULTS)

# An hour, or that many of them.
MINUTES = 60

.PHONY: endurance
endurance: control-plane $(APP) ## Send mixed requests for MINUTES (60), restart replicas, renew certificates, and look whether a replica grows
	@$(RUN) dev.multihoming.endurance.Endurance $(MINUTES)

# Rows such as kubernetes-1.30.14, multus-4.2.2 and cni-plugins-1.6.2; all where there are none.
ROWS =

.PHONY: matrix
matrix: control-plane $(APP) ## Try other versions of Kubernetes, Multus and the CNI plugins (as root, hours), and write docs/versions.md
	@$(MVN) --quiet test-compile
	@tools/matrix $(ROWS)

##### A control plane on this machine: up, down, env, logs, demo

.PHONY: control-plane
control-plane: ## Find or build etcd, kube-apiserver, kube-controller-manager and kubectl (first time: minutes)
	@tools/control-plane/build >/dev/null

.PHONY: demo
demo: control-plane $(APP) ## Tell the main job as a story on a control plane of its own
	@$(RUN) dev.multihoming.demo.Demo

.PHONY: up
up: control-plane $(APP) ## Start the control plane with the webhook in the background
	@tools/local-plane up

.PHONY: down
down: ## Stop what `make up` started
	@tools/local-plane down

.PHONY: env
env: ## Print KUBECONFIG and PATH for it: eval "$(make -s env)"
	@tools/local-plane env

.PHONY: logs
logs: ## Follow the logs of `make up`
	@tools/local-plane logs

# Formatting and tests wait: who starts the plane is in the middle of something.
$(APP): $(SOURCES)
	$(MVN) --quiet package -DskipTests -Dspotless.check.skip
	@touch $@
