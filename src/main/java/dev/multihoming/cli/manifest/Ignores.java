package dev.multihoming.cli.manifest;

import dev.multihoming.core.review.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// The comments of a source that hide warnings. They hide neither denials nor repairs, and nothing of what they hide
/// is left unsaid.
public final class Ignores {
    private static final Comparator<IgnoreComment> IN_ORDER =
            Comparator.comparingInt(comment -> comment.span().start());

    private final Source source;
    private final Map<IgnoreComment, Integer> hidden = new TreeMap<>(IN_ORDER);
    private final Set<IgnoreComment> denied = new TreeSet<>(IN_ORDER);

    public Ignores(Source source) {
        this.source = source;
        IgnoreComment.in(source).forEach(comment -> hidden.put(comment, 0));
    }

    /// The judgement without the warnings that comments of its document hide, each of which is told to `onHidden`.
    public ManifestVerdict without(ManifestVerdict judgement, BiConsumer<Problem, IgnoreComment> onHidden) {
        hidden.keySet().removeIf(comment -> isText(judgement.manifest().node(), comment));
        List<IgnoreComment> comments = besides(judgement.manifest());
        if (comments.isEmpty() || judgement.problems().isEmpty()) {
            return judgement;
        }
        List<Problem> shown = new ArrayList<>();
        for (Problem problem : judgement.problems()) {
            Optional<IgnoreComment> comment =
                    comments.stream().filter(it -> it.isOf(problem)).findFirst();
            if (comment.isPresent() && problem.effect() == Effect.WARNED) {
                hidden.merge(comment.get(), 1, Integer::sum);
                onHidden.accept(problem, comment.get());
            } else {
                shown.add(problem);
                comment.filter(_ -> problem.effect() == Effect.DENIED).ifPresent(denied::add);
            }
        }
        return new ManifestVerdict(judgement.manifest(), judgement.policy(), judgement.creation(), shown);
    }

    /// What came of each comment, once all manifests of the source were judged.
    public List<IgnoreOutcome> outcomes() {
        return hidden.entrySet().stream()
                .map(entry -> new IgnoreOutcome(entry.getKey(), entry.getValue(), trouble(entry.getKey())))
                .toList();
    }

    private String trouble(IgnoreComment comment) {
        if (hidden.getOrDefault(comment, 0) > 0) {
            return "";
        }
        return comment.trouble()
                .orElse(
                        denied.contains(comment)
                                ? "it denies, and only warnings can be ignored"
                                : "it finds nothing here");
    }

    /// Whether it is in a string, such as a script, and no comment at all.
    private static boolean isText(Node node, IgnoreComment comment) {
        int at = comment.span().start();
        if (at < node.start() || at >= node.end()) {
            return false;
        }
        return switch (node) {
            case Node.Scalar _ -> true;
            case Node.Sequence list -> list.elements().stream().anyMatch(it -> isText(it, comment));
            case Node.Mapping mapping ->
                mapping.entries().stream().anyMatch(it -> isText(it.key(), comment) || isText(it.value(), comment));
        };
    }

    private List<IgnoreComment> besides(Manifest manifest) {
        if (hidden.isEmpty()) {
            return List.of();
        }
        String text = source.text();
        int at = manifest.node().start();
        int start = Math.max(0, text.lastIndexOf("\n---", at));
        int end = text.indexOf("\n---", at);
        return hidden.keySet().stream()
                .filter(comment -> comment.span().start() >= start
                        && (end < 0 || comment.span().start() < end)
                        && comment.trouble().isEmpty())
                .toList();
    }
}
