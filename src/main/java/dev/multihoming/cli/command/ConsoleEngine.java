package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.explain.Explanations;
import dev.multihoming.cli.explain.RulePages;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.manifest.SourceFix;
import dev.multihoming.cli.nad.BadDraft;
import dev.multihoming.cli.nad.NadManifest;
import dev.multihoming.cli.nad.NetworkDraft;
import dev.multihoming.cli.nad.NetworkForm;
import dev.multihoming.cli.nad.NodeBridge;
import dev.multihoming.cli.report.ConsoleReport;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.Topology;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Requester;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers the console with what the other commands do. One request at a time: each asks the files and the cluster
/// anew, and the options keep one connection.
final class ConsoleEngine implements Engine {
    private static final String RESOURCE = "resource";

    private final List<String> paths;
    private final JudgingOptions judging;
    private final List<String> gaps = new ArrayList<>();
    private final NetworksOfFiles ofFiles = new NetworksOfFiles();
    private final IndexOfFiles indexed = new IndexOfFiles();

    /// Without paths it shows the cluster.
    ConsoleEngine(List<String> paths, JudgingOptions judging) {
        this.paths = List.copyOf(paths);
        this.judging = judging;
        if (paths.isEmpty() || judging.asksCluster()) {
            judging.askClusterAsFarAsItAnswers(gaps::add);
        }
    }

    /// @throws CannotRun where a path is not there
    void requirePaths() {
        if (paths.contains("-")) {
            throw new CannotRun("The console reads files, not standard input; paste the text into its page Try it.");
        }
        files();
    }

    @Override
    public synchronized Review check(String text) {
        Input pasted = Input.pasted(text);
        try (judging) {
            StringWriter out = new StringWriter();
            PrintWriter printer = new PrintWriter(out);
            ConsoleReport report = new ConsoleReport(printer);
            CheckRun run = new CheckRun(
                    reviews(pasted),
                    judging.namespace(),
                    report,
                    new FileFixer(false, printer),
                    new Progress(printer, false, 1));
            run.look(pasted);
            report.end(run.tally());
            return new Review(out.toString(), report.findings(), repaired(text, report), gapsNow());
        } catch (CannotRun e) {
            throw refused(e);
        }
    }

    /// Files are read again only where one has changed: thousands of networks take longer than a key.
    private OfflineReviews reviews(Input pasted) {
        return judging.dependsOnMoreThanFiles() || !isSingle(pasted)
                ? judging.reviewsOfWorkloads(all(pasted), () -> {})
                : judging.reviewsOfWorkloads(indexed.of(files(), judging::index).with(pasted, judging.namespace()));
    }

    private boolean isSingle(Input pasted) {
        try {
            return InputIndex.isSingle(Manifests.of(pasted, judging.namespace()));
        } catch (CannotRun _) {
            return false;
        }
    }

    private static String repaired(String text, ConsoleReport report) {
        return report.repaired().isEmpty()
                ? text
                : SourceFix.of(report.repaired().getFirst().manifest().source(), report.repaired())
                        .text();
    }

    @Override
    public synchronized String explain(String text) {
        Input pasted = Input.pasted(text);
        try (judging) {
            OfflineReviews reviews = judging.reviews(all(pasted), () -> {});
            return judging.live().isPresent()
                    ? explainedInCluster(pasted, reviews)
                    : explained(pasted, reviews, ExplainCommand.notGiven());
        } catch (CannotRun e) {
            throw refused(e);
        } finally {
            gaps.clear();
        }
    }

    private String explainedInCluster(Input pasted, OfflineReviews reviews) {
        try (LiveObjects cluster = judging.objects()) {
            return explained(pasted, reviews, new LiveNetworks(cluster));
        }
    }

    private String explained(Input pasted, OfflineReviews reviews, NetworkConfig.Source others) {
        List<Explanation> explained = new Explanations(reviews, _ -> new Requester("", List.of()), others)
                .of(Manifests.of(pasted, judging.namespace()), manifests());
        StringWriter out = new StringWriter();
        ExplainCommand.print(explained, new PrintWriter(out));
        return out.toString();
    }

    @Override
    public synchronized Networks networks(Selected selected) {
        try (judging) {
            List<String> unread = new ArrayList<>();
            Networks listed = new ConsoleNetworks(judging, files(), unread).all(selected, ofFiles);
            return new Networks(
                    listed.all(),
                    Stream.concat(gapsNow().stream(), listed.notices().stream()).toList(),
                    listed.total());
        } catch (CannotRun e) {
            return new Networks(List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public synchronized Optional<String> network(String namespace, String name) {
        try (judging) {
            return new ConsoleNetworks(judging, files(), gaps).text(new NadRef(namespace, name));
        } catch (CannotRun e) {
            throw refused(e);
        } finally {
            gaps.clear();
        }
    }

    /// What the cluster did not tell during this request.
    private List<String> gapsNow() {
        List<String> now = gaps.stream().distinct().toList();
        gaps.clear();
        return now;
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
        return new ConsoleAttachments(requests());
    }

    @Override
    public Topology topology() {
        return new ConsoleTopology(requests());
    }

    @Override
    public Overview overview(String namespace) {
        ConsoleRequests requests = requests();
        return requests.asked(() -> {
            Overview all = new ConsoleOverview(judging, files(), namespace).all();
            return new Overview(all.networks(), all.findings(), all.installation(), requests.withGaps(all.notices()));
        });
    }

    @Override
    public PolicyChanges policies() {
        return new ConsolePolicies(requests());
    }

    @Override
    public Governance governance() {
        return new ConsoleGovernance(requests(), Clock.systemUTC());
    }

    private ConsoleRequests requests() {
        return new ConsoleRequests(this, paths, judging, this::gapsNow);
    }

    private List<Input> files() {
        return Inputs.of(paths, InputStream.nullInputStream());
    }

    private List<Input> all(Input pasted) {
        List<Input> all = new ArrayList<>(files());
        all.add(pasted);
        return all;
    }

    private List<Manifest> manifests() {
        return files().stream()
                .flatMap(input -> Manifests.of(input, judging.namespace()).stream())
                .toList();
    }

    private static Refused refused(CannotRun e) {
        return new Refused(String.valueOf(e.getMessage()), e);
    }
}
