package dev.multihoming.cli.doctor;

import dev.multihoming.cli.doctor.Verdict.Kind;
import dev.multihoming.client.ClusterRequests.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the webhooks answer: by dry runs of objects whose verdict is known.
final class AnswerCheck implements Check {
    private static final int SHOWN = 300;

    @Override
    public List<Line> lines(Installation installation) {
        List<Line> lines = new ArrayList<>();
        if (installation.validating().isAbsent()) {
            return lines;
        }
        for (Probe probe : Probe.all(installation.namespace())) {
            if (isTriable(probe, installation)) {
                lines.addAll(tried(probe, installation));
            }
        }
        return lines;
    }

    private static boolean isTriable(Probe probe, Installation installation) {
        Registered validating = installation.validating();
        return (probe.group().isEmpty() || installation.groups().contains(probe.group()))
                && (!validating.isPresent() || validating.hasWebhook(probe.webhook()));
    }

    private static List<Line> tried(Probe probe, Installation installation) {
        Verdict bad = Verdict.of(installation.cluster().dryRun(probe.path(), probe.bad()), probe.code());
        boolean isDenied = bad.kind() == Kind.DENIED_BY_US || bad.kind() == Kind.DENIED_BY_SAFETY_NET;
        if (!isDenied || probe.good().isEmpty()) {
            return List.of(judged(probe, bad, installation));
        }
        Reply reply = installation.cluster().dryRun(probe.path(), probe.good().orElseThrow());
        List<Line> lines = new ArrayList<>();
        lines.add(both(probe, bad, Verdict.of(reply, probe.code()), installation));
        if (probe.group().equals("k8s.cni.cncf.io") && reply.isSuccess()) {
            repair(reply, probe, installation).ifPresent(lines::add);
        }
        return lines;
    }

    private static Line judged(Probe probe, Verdict bad, Installation installation) {
        return switch (bad.kind()) {
            case DENIED_BY_US, WARNED ->
                Line.ok(probe.subject(), "A bad object is %s (%s).".formatted(denied(bad), bad.text()));
            case DENIED_BY_SAFETY_NET ->
                Line.ok(probe.subject(), "The safety net denies a bad object before the webhook is called.");
            case ADMITTED -> admitted(probe, installation);
            case NOT_ANSWERED -> notAnswered(probe, bad, installation);
            case REFUSED_BY_OTHERS -> refused(probe, bad);
            case NOT_PERMITTED -> notPermitted(probe, installation);
            case NONE -> Line.problem(probe.subject(), "The API server did not answer.", "Try again.");
        };
    }

    private static Line refused(Probe probe, Verdict bad) {
        String by = bad.by().isEmpty() ? "" : "webhook " + bad.by() + ": ";
        return Line.warning(
                probe.subject(),
                "It could not be tried: %s%s.".formatted(by, shown(bad.text())),
                "Try another namespace with --namespace.");
    }

    private static Line notPermitted(Probe probe, Installation installation) {
        String where = probe.isNamespaced() ? " in namespace " + installation.namespace() : "";
        return Line.notPermitted(
                probe.subject(),
                "You may not create %s%s, not even in a dry run.".formatted(probe.plural(), where),
                probe.isNamespaced()
                        ? "Name a namespace of yours with --namespace, or ask its administrator to run this."
                        : "Ask an administrator of the cluster to run this.");
    }

    private static String denied(Verdict bad) {
        return bad.kind() == Kind.WARNED ? "warned about" : "denied";
    }

    private static Line admitted(Probe probe, Installation installation) {
        if (probe.isNamespaced() && !installation.hasNamespaceInScope(probe.webhook())) {
            return Line.warning(
                    probe.subject(),
                    "Namespace %s is left out by the webhook's selector.".formatted(installation.namespace()),
                    "Name another namespace with --namespace.");
        }
        return Line.problem(
                probe.subject(),
                "An object that every policy denies (%s) was admitted.".formatted(probe.code()),
                "The webhook %s was not called, or did not answer and its failurePolicy let the object pass. Look at its"
                                .formatted(probe.webhook())
                        + " pods in %s, its conditions and its selectors.".formatted(installation.systemNamespace()));
    }

    private static Line notAnswered(Probe probe, Verdict verdict, Installation installation) {
        CallFailure failure = CallFailure.of(verdict.text());
        return Line.problem(
                probe.subject(),
                "%s %s: %s".formatted(failure.cause(), verdict.by(), shown(verdict.text())),
                failure.remedyIn(installation.systemNamespace()));
    }

    private static Line both(Probe probe, Verdict bad, Verdict good, Installation installation) {
        String denied = bad.kind() == Kind.DENIED_BY_US
                ? "A bad object is denied (%s)".formatted(bad.text())
                : "The safety net denies a bad object before the webhook is called";
        return switch (good.kind()) {
            case ADMITTED, WARNED -> Line.ok(probe.subject(), denied + ", a harmless one is admitted.");
            case DENIED_BY_US ->
                Line.warning(
                        probe.subject(),
                        "%s, and a harmless one too (%s).".formatted(denied, good.text()),
                        "The policy of namespace %s may forbid it: multihoming explain %s."
                                .formatted(installation.namespace(), good.text()));
            case NOT_ANSWERED -> notAnswered(probe, good, installation);
            case DENIED_BY_SAFETY_NET, REFUSED_BY_OTHERS, NOT_PERMITTED, NONE ->
                Line.ok(
                        probe.subject(),
                        "%s; something else refuses a harmless one: %s.".formatted(denied, shown(good.text())));
        };
    }

    /// Whether the mutating webhook wrote its defaults into the harmless network.
    private static Optional<Line> repair(Reply reply, Probe probe, Installation installation) {
        if (installation.mutating().isAbsent()) {
            return Optional.empty();
        }
        String sent = probe.good().orElseThrow().at("/spec/config").asText();
        return Optional.of(
                sent.equals(reply.body().at("/spec/config").asText())
                        ? Line.warning(
                                "repair of networks",
                                "A bridge without vlan and macspoofchk was not completed.",
                                "This is right where the policy of namespace %s switches the defaults off. Else look at the"
                                                .formatted(installation.namespace())
                                        + " registration of nads.mutate.multihoming.dev.")
                        : Line.ok("repair of networks", "Missing defaults of a bridge are added."));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
