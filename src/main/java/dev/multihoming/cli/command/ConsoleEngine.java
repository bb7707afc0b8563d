package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.explain.RulePages;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.nad.BadDraft;
import dev.multihoming.cli.nad.NadManifest;
import dev.multihoming.cli.nad.NetworkDraft;
import dev.multihoming.cli.nad.NetworkForm;
import dev.multihoming.cli.nad.NodeBridge;
import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.Topology;
import dev.multihoming.core.multus.NadRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers the console with what the other commands do. One request at a time: see [ConsoleRequests].
final class ConsoleEngine implements Engine {
    private static final int ROWS_OF_A_PAGE = 100;

    private static final String RESOURCE = "resource";

    private final ConsoleRequests requests;
    private final JudgingOptions judging;
    private final PastedText pasted;
    private final KeptOfFiles<NetworksOfFiles> networks = new KeptOfFiles<>();

    /// Without paths it shows the cluster.
    ConsoleEngine(List<String> paths, JudgingOptions judging) {
        this.requests = new ConsoleRequests(paths, judging);
        this.judging = judging;
        this.pasted = new PastedText(requests);
    }

    /// Reads them now, so that the first page need not wait for it. A cluster is asked by the pages only: it may not
    /// answer.
    void readFiles() {
        if (!requests.paths().isEmpty() && !judging.asksCluster()) {
            var _ = networks(new Selected("", "", ROWS_OF_A_PAGE));
        }
    }

    /// @throws CannotRun where a path is not there
    void requirePaths() {
        if (requests.paths().contains("-")) {
            throw new CannotRun("The console reads files, not standard input; paste the text into its page Try it.");
        }
        requests.files();
    }

    @Override
    public Review check(String text) {
        return requests.asked(() -> pasted.checked(text));
    }

    @Override
    public String explain(String text) {
        return requests.asked(() -> pasted.explained(text));
    }

    @Override
    public Networks networks(Selected selected) {
        return requests.asked(() -> {
            try {
                Networks listed = ConsoleNetworks.all(selected, judging, networksOfFiles());
                return new Networks(listed.all(), requests.withGaps(listed.notices()), listed.total());
            } catch (CannotRun e) {
                return new Networks(List.of(), List.of(String.valueOf(e.getMessage())));
            }
        });
    }

    private NetworksOfFiles networksOfFiles() {
        List<Input> files = requests.files();
        return judging.dependsOnMoreThanFiles()
                ? NetworksOfFiles.of(judging, files)
                : networks.of(files, () -> NetworksOfFiles.of(judging, files));
    }

    @Override
    public Optional<String> network(String namespace, String name) {
        return requests.asked(
                () -> new ConsoleNetworks(judging, requests.readableFiles()).text(new NadRef(namespace, name)));
    }

    @Override
    public String draft(String type, String namespace, String name, Map<String, String> fields) {
        try {
            NetworkDraft draft = NetworkDraft.of("1.0.0", namespace.isEmpty() ? "default" : namespace, name, type);
            // An IPAM config is read by its type, so that goes first.
            Optional.ofNullable(fields.get("ipam.type")).ifPresent(it -> draft.set("ipam.type", it));
            fields.entrySet().stream()
                    .filter(it -> !it.getKey().equals(RESOURCE))
                    .forEach(it -> draft.set(it.getKey(), it.getValue()));
            JsonNode nad =
                    NadManifest.of(name, namespace.isEmpty() ? null : namespace, fields.get(RESOURCE), draft.config());
            return NadManifest.yaml(nad);
        } catch (BadDraft e) {
            throw new Refused(e.getMessage() + ".", e);
        }
    }

    @Override
    public String edit(String text, String field, String value) {
        return NetworkEdit.of(text).set(field, value);
    }

    @Override
    public Optional<Form> form(String text) {
        return NetworkEdit.only(text).map(nad -> {
            NetworkForm form = NetworkForm.of(nad.object());
            return new Form(
                    form.type(), form.fields(), form.bridge().isEmpty() ? "" : NodeBridge.policy(form.bridge()));
        });
    }

    @Override
    public Optional<String> rulePage(String code) {
        return RulePages.rule(code).map(RulePages::page);
    }

    @Override
    public Attachments attachments() {
        return new ConsoleAttachments(requests);
    }

    @Override
    public Topology topology() {
        return new ConsoleTopology(requests);
    }

    @Override
    public Overview overview(String namespace) {
        return requests.asked(() -> {
            Overview all = new ConsoleOverview(judging, requests.readableFiles(), namespace).all();
            return new Overview(all.networks(), all.findings(), all.installation(), requests.withGaps(all.notices()));
        });
    }

    @Override
    public PolicyChanges policies() {
        return new ConsolePolicies(requests);
    }

    @Override
    public Governance governance() {
        return new ConsoleGovernance(requests, pasted::ofFiles, Clock.systemUTC());
    }
}
