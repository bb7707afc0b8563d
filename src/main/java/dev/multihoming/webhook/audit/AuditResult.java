package dev.multihoming.webhook.audit;

import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One finding about one object that is there.
///
/// @param code of the rule
/// @param rule its name
/// @param policy the name of the policy that decided; empty for the built-in one
/// @param exemption its name; empty where none covers the finding
/// @param reason of the exemption
public record AuditResult(
        Effect effect,
        String code,
        String rule,
        String message,
        AuditedObject object,
        String policy,
        String exemption,
        String reason) {
    /// What is only counted outranks what its author would be told: it may be denied tomorrow.
    private static final List<Effect> GRAVITY = List.of(Effect.DENIED, Effect.COUNTED, Effect.WARNED, Effect.EXEMPT);

    /// The worst first, and always the same order.
    static final Comparator<AuditResult> WORST_FIRST = Comparator.comparingInt(
                    (AuditResult result) -> GRAVITY.indexOf(result.effect()))
            .thenComparing(AuditResult::code)
            .thenComparing(result -> result.object().kind())
            .thenComparing(result -> result.object().name())
            .thenComparing(AuditResult::message);

    static List<AuditResult> of(AuditedObject object, Verdict verdict, Wording wording) {
        List<AuditResult> results = new ArrayList<>();
        verdict.denials().forEach(finding -> results.add(of(object, verdict, Effect.DENIED, finding, wording)));
        verdict.audited().forEach(finding -> results.add(of(object, verdict, Effect.COUNTED, finding, wording)));
        verdict.warnings().forEach(finding -> results.add(of(object, verdict, Effect.WARNED, finding, wording)));
        verdict.exempted()
                .forEach(exempted -> results.add(of(object, verdict, Effect.EXEMPT, exempted.finding(), wording)
                        .exemptBy(exempted.exemption())));
        return results;
    }

    private static AuditResult of(
            AuditedObject object, Verdict verdict, Effect effect, Finding finding, Wording wording) {
        return new AuditResult(
                effect,
                finding.card().code(),
                finding.card().name(),
                wording.sentence(finding),
                object,
                verdict.notice().policy(),
                "",
                "");
    }

    /// The same in other words.
    AuditResult saying(String otherMessage) {
        return new AuditResult(effect, code, rule, otherMessage, object, policy, exemption, reason);
    }

    private AuditResult exemptBy(Exemption exemption) {
        return new AuditResult(effect, code, rule, message, object, policy, exemption.name(), exemption.reason());
    }
}
