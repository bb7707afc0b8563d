package dev.multihoming.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.policy.Exemption.ObjectMatch;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExemptionTest {
    private static final EffectivePolicy BUILT_IN = EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of());
    private static final long HOUR = 3_600;
    private static final long NOW = 1_000 * HOUR;
    private static final Requester BUILDER =
            new Requester("system:serviceaccount:tenant-a:builder", List.of("builders"));
    private static final Exemption ANY = exemption(Set.of("MH105"), Set.of("tenant-a"), List.of(), Set.of(), Set.of());

    @Test
    void whatIsExemptIsNeitherDeniedNorTold() {
        Verdict verdict = judged(ANY, "app", NOW);

        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.warnings()).isEmpty();
        assertThat(verdict.exempted())
                .extracting(exempted -> exempted.finding().card().code())
                .containsExactly("MH105");
        assertThat(policy(ANY).repairs(card("MH105"), attributes("app", NOW))).isFalse();
        assertThat(policy(ANY).repairs(card("MH109"), attributes("app", NOW))).isTrue();
    }

    /// Its pods are named by the controller: `app-` begins the names of all of them, and of no others.
    @ParameterizedTest
    @CsvSource({"Pod, app-, true", "Pod, ap, true", "Pod, app-x, false", "Pod, other-, false", "Job, app-, false"})
    void aWorkloadIsAsExemptAsItsPods(String kind, String prefix, boolean isExempt) {
        Exemption ofPods = exemption(
                Set.of("MH105"), Set.of("tenant-a"), List.of(new ObjectMatch(kind, prefix, true)), Set.of(), Set.of());
        ReviewAttributes deployment = new ReviewAttributes("Deployment", "tenant-a", "app", "app-", BUILDER, NOW);

        assertThat(policy(ofPods).judge(findings("MH105"), deployment).allowed())
                .isEqualTo(isExempt);
    }

    @Test
    void aWorkloadIsNotExemptForWhomItsPodsAreNot() {
        Exemption ofBuilder = exemption(
                Set.of("MH105"),
                Set.of("tenant-a"),
                List.of(new ObjectMatch("Pod", "app-", true)),
                Set.of(BUILDER.username()),
                Set.of());
        ReviewAttributes deployment = new ReviewAttributes("Deployment", "tenant-a", "app", "app-", BUILDER, NOW);

        assertThat(policy(ofBuilder).judge(findings("MH105"), deployment).allowed())
                .isFalse();
    }

    @Test
    void itEndsToTheSecond() {
        assertThat(judged(ANY, "app", NOW + HOUR - 1).allowed()).isTrue();
        assertThat(judged(ANY, "app", NOW + HOUR).allowed()).isFalse();
    }

    @Test
    void aPolicyCanLetItEndSooner() {
        Exemption lasting = new Exemption(
                "x",
                "a migration",
                Set.of("MH105"),
                Set.of("tenant-a"),
                List.of(),
                Set.of(),
                Set.of(),
                NOW,
                NOW + 100 * 24 * HOUR);
        Policy bounding = new Policy("p", 0, NamespaceMatch.ALL, "", TestDecisions.of(Map.of(), null, 1));
        EffectivePolicy policy =
                PolicySnapshot.of(List.of(bounding), List.of(lasting), BUILT_IN).governing("tenant-a", Map.of());

        assertThat(policy.judge(findings("MH105"), attributes("app", NOW + 23 * HOUR))
                        .allowed())
                .isTrue();
        assertThat(policy.judge(findings("MH105"), attributes("app", NOW + 24 * HOUR))
                        .allowed())
                .isFalse();
    }

    @Test
    void everythingThatItSaysMustFit() {
        assertThat(isExempt(ANY)).isTrue();
        assertThat(isExempt(exemption(
                        Set.of("cross-namespace-network"), Set.of(), List.of(), Set.of(), Set.of("builders"))))
                .isTrue();
        assertThat(isExempt(exemption(Set.of("MH107"), Set.of("tenant-a"), List.of(), Set.of(), Set.of())))
                .isFalse();
        assertThat(isExempt(exemption(Set.of("MH105"), Set.of("tenant-b"), List.of(), Set.of(), Set.of())))
                .isFalse();
        assertThat(isExempt(exemption(
                        Set.of("MH105"),
                        Set.of("tenant-a"),
                        List.of(new ObjectMatch("Pod", "app", false)),
                        Set.of("somebody"),
                        Set.of())))
                .isFalse();
        assertThat(isExempt(exemption(
                        Set.of("MH105"),
                        Set.of(),
                        List.of(new ObjectMatch("Pod", "ap", true)),
                        Set.of(BUILDER.username()),
                        Set.of("others"))))
                .isTrue();
        assertThat(isExempt(exemption(
                        Set.of("MH105"), Set.of(), List.of(new ObjectMatch("Job", "app", false)), Set.of(), Set.of())))
                .isFalse();
    }

    @Test
    void ourFailuresAreNeverExempt() {
        Exemption ours = exemption(Set.of("MH902"), Set.of("tenant-a"), List.of(), Set.of(), Set.of());
        assertThat(policy(ours).judge(findings("MH902"), attributes("app", NOW)).allowed())
                .isFalse();
    }

    private static boolean isExempt(Exemption exemption) {
        return judged(exemption, "app", NOW).allowed();
    }

    private static Verdict judged(Exemption exemption, String name, long now) {
        return policy(exemption).judge(findings("MH105"), attributes(name, now));
    }

    private static EffectivePolicy policy(Exemption exemption) {
        return PolicySnapshot.of(List.of(), List.of(exemption), BUILT_IN).governing("tenant-a", Map.of());
    }

    private static ReviewAttributes attributes(String name, long now) {
        return new ReviewAttributes("Pod", "tenant-a", name, "", BUILDER, now);
    }

    private static Exemption exemption(
            Set<String> rules,
            Set<String> namespaces,
            List<ObjectMatch> objects,
            Set<String> users,
            Set<String> groups) {
        return new Exemption("x", "a migration", rules, namespaces, objects, users, groups, NOW, NOW + HOUR);
    }

    private static List<Finding> findings(String code) {
        return List.of(new Finding(card(code), new Violation(Location.of("spec"), "fact", "")));
    }

    private static Card card(String code) {
        return RuleBook.cards().stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
