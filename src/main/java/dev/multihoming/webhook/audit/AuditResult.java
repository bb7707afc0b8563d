package dev.multihoming.webhook.audit;

import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Verdict;
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
        Standing standing,
        String code,
        String rule,
        String message,
        AuditedObject object,
        String policy,
        String exemption,
        String reason) {
    /// The worst first, and always the same order.
    static final Comparator<AuditResult> WORST_FIRST = Comparator.comparing(AuditResult::standing)
            .thenComparing(AuditResult::code)
            .thenComparing(result -> result.object().kind())
            .thenComparing(result -> result.object().name())
            .thenComparing(AuditResult::message);

    static List<AuditResult> of(AuditedObject object, Verdict verdict, Wording wording) {
        List<AuditResult> results = new ArrayList<>();
        verdict.denials().forEach(finding -> results.add(of(object, verdict, Standing.ENFORCE, finding, wording)));
        verdict.audited().forEach(finding -> results.add(of(object, verdict, Standing.AUDIT, finding, wording)));
        verdict.warnings().forEach(finding -> results.add(of(object, verdict, Standing.WARN, finding, wording)));
        verdict.exempted()
                .forEach(exempted -> results.add(of(object, verdict, Standing.EXEMPTED, exempted.finding(), wording)
                        .exemptBy(exempted.exemption())));
        return results;
    }

    private static AuditResult of(
            AuditedObject object, Verdict verdict, Standing standing, Finding finding, Wording wording) {
        return new AuditResult(
                standing,
                finding.card().code(),
                finding.card().name(),
                wording.sentence(finding),
                object,
                verdict.notice().policy(),
                "",
                "");
    }

    private AuditResult exemptBy(Exemption exemption) {
        return new AuditResult(standing, code, rule, message, object, policy, exemption.name(), exemption.reason());
    }
}
