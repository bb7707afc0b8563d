package dev.multihoming.core.policy;

import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The judgement of one request.
///
/// @param denials findings that deny it, in code order; empty where it is admitted
/// @param warnings findings the requester is told of, in code order; none that only repeats a denial
/// @param audited findings that are counted and nowhere told
/// @param exempted findings that an exemption covers
/// @param notice whose decision it is
public record Verdict(
        List<Finding> denials,
        List<Finding> warnings,
        List<Finding> audited,
        List<Exempted> exempted,
        PolicyNotice notice) {
    /// A finding without effect, and the exemption that says so.
    public record Exempted(Finding finding, Exemption exemption) {}

    /// Admitted, and nothing to say.
    public static final Verdict NOTHING =
            new Verdict(List.of(), List.of(), List.of(), List.of(), PolicyNotice.BUILT_IN);

    public Verdict {
        denials = List.copyOf(denials);
        warnings = List.copyOf(warnings);
        audited = List.copyOf(audited);
        exempted = List.copyOf(exempted);
    }

    /// Denied for that, whatever any policy says.
    public static Verdict denied(Finding finding) {
        return new Verdict(List.of(finding), List.of(), List.of(), List.of(), PolicyNotice.BUILT_IN);
    }

    /// The same, and nothing denied.
    public Verdict asWarnings() {
        return new Verdict(
                List.of(), Stream.concat(denials.stream(), warnings.stream()).toList(), audited, exempted, notice);
    }

    /// The same with warnings in place of the denials that a policy could weaken. Node harm stays denied.
    public Verdict asWarningsExceptNodeHarm() {
        return new Verdict(
                denials.stream().filter(finding -> finding.card().isNodeHarm()).toList(),
                Stream.concat(denials.stream().filter(finding -> !finding.card().isNodeHarm()), warnings.stream())
                        .toList(),
                audited,
                exempted,
                notice);
    }

    /// The same with further warnings, in code order.
    public Verdict warningAlso(List<Finding> more) {
        List<Finding> all = Stream.concat(warnings.stream(), more.stream())
                .sorted(Comparator.comparing(finding -> finding.card().code()))
                .toList();
        return new Verdict(denials, all, audited, exempted, notice);
    }

    /// The same with other words for what is denied.
    public Verdict withDenials(UnaryOperator<Finding> other) {
        return new Verdict(denials.stream().map(other).toList(), warnings, audited, exempted, notice);
    }

    /// The same with other words for what is denied and warned about.
    public Verdict withFindings(UnaryOperator<Finding> denied, UnaryOperator<Finding> warned) {
        return new Verdict(
                denials.stream().map(denied).toList(),
                warnings.stream().map(warned).toList(),
                audited,
                exempted,
                notice);
    }

    /// Both of one object and under one policy, each finding once.
    public Verdict and(Verdict other) {
        return new Verdict(
                joined(denials, other.denials),
                joined(warnings, other.warnings),
                joined(audited, other.audited),
                joined(exempted, other.exempted),
                isNothing() ? other.notice : notice);
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /// The findings that it has that effect on, in code order.
    public List<Finding> findings(Effect effect) {
        return switch (effect) {
            case DENIED -> denials;
            case WARNED -> warnings;
            case COUNTED -> audited;
            case EXEMPT -> exempted.stream().map(Exempted::finding).toList();
            case REPAIRED, ALLOWED -> List.of();
        };
    }

    public boolean isNothing() {
        return denials.isEmpty() && warnings.isEmpty() && audited.isEmpty() && exempted.isEmpty();
    }

    public boolean allowed() {
        return denials.isEmpty();
    }
}
