package dev.multihoming.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.policy.LabelRequirement.Operator;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.rules.RuleBook;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySnapshotTest {
    private static final EffectivePolicy BUILT_IN = EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of());
    private static final Map<String, String> BLUE = Map.of("team", "blue");

    /// The truth table of who governs: two policies, of namespaces and priorities, and one namespace with a label.
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # a is for   | prio | b is for   | prio | governs tenant-a
            other        |   9  | another    |   9  | -
            tenant-a     |   0  | other      |   9  | a
            tenant-a     |   0  | tenant-a   |   0  | a
            tenant-a     |   0  | tenant-a   |   1  | b
            tenant-a     |  -1  | all        |   0  | b
            tenant-a     |   1  | all        |   0  | a
            all          |   0  | all        |   0  | a
            team=blue    |   0  | other      |   9  | a
            team=red     |   0  | other      |   9  | -
            team=red     |   9  | all        |   0  | b
            team=blue    |   0  | tenant-a   |   1  | b
            """, delimiter = '|')
    void oneGoverns(String forA, int priorityOfA, String forB, int priorityOfB, String governs) {
        PolicySnapshot policySnapshot = PolicySnapshot.of(
                List.of(policy("b", priorityOfB, forB, ""), policy("a", priorityOfA, forA, "")), List.of(), BUILT_IN);

        assertThat(policySnapshot.governing("tenant-a", BLUE).notice().policy())
                .isEqualTo(governs == null ? "" : governs);
    }

    /// Who governs a namespace that was made a moment ago: labels that nobody has heard of decide nothing.
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # a is for   | prio | b is for   | prio | governs tenant-a
            tenant-a     |   9  | no team    |   0  | a
            all          |   9  | no team    |   0  | a
            other        |   9  | all        |   0  | b
            no team      |   9  | tenant-a   |   0  | -
            no team      |   9  | all        |   0  | -
            team=blue    |   9  | all        |   0  | -
            no team      |   0  | other      |   9  | -
            """, delimiter = '|')
    void whatNobodyHasHeardOfHasNoLabelsThatCount(
            String forA, int priorityOfA, String forB, int priorityOfB, String governs) {
        PolicySnapshot policySnapshot = PolicySnapshot.of(
                List.of(policy("b", priorityOfB, forB, ""), policy("a", priorityOfA, forA, "")), List.of(), BUILT_IN);

        assertThat(policySnapshot.governingUnheard("tenant-a").notice().policy())
                .isEqualTo(governs == null ? "" : governs);
    }

    @Test
    void aPolicyKnowsWhereItGovernsAndWhatComesBeforeIt() {
        PolicySnapshot policySnapshot = PolicySnapshot.of(
                List.of(
                        policy("all", 0, "all", ""),
                        policy("a", 5, "tenant-a", ""),
                        policy("behind-a", 1, "tenant-a", ""),
                        policy("nowhere", 1, "tenant-x", "")),
                List.of(),
                BUILT_IN);

        Map<String, PolicyScope> scopes =
                policySnapshot.scopes(Map.of("tenant-a", BLUE, "tenant-b", Map.of(), "tenant-c", Map.of()));

        assertThat(scopes).hasSize(4);
        assertThat(scopes).hasEntrySatisfying("all", it -> {
            assertThat(it.governs()).containsExactly("tenant-b", "tenant-c");
            assertThat(it.shadowedBy()).isEqualTo(Map.of("a", 1));
            assertThat(it.effective().modes()).hasSameSizeAs(RuleBook.cards());
        });
        assertThat(scopes).hasEntrySatisfying("a", it -> {
            assertThat(it.governs()).containsExactly("tenant-a");
            assertThat(it.shadowedBy()).isEmpty();
        });
        assertThat(scopes).hasEntrySatisfying("behind-a", it -> {
            assertThat(it.governs()).isEmpty();
            assertThat(it.shadowedBy()).isEqualTo(Map.of("a", 1));
        });
        assertThat(scopes)
                .hasEntrySatisfying("nowhere", it -> assertThat(it.governs()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "IN, 'blue', true",
        "IN, 'red', false",
        "NOT_IN, 'red', true",
        "NOT_IN, 'blue', false",
        "EXISTS, '', true",
        "DOES_NOT_EXIST, '', false"
    })
    void selectorsAreThoseOfKubernetes(Operator operator, String value, boolean fits) {
        var requirement = new LabelRequirement("team", operator, value.isEmpty() ? Set.of() : Set.of(value));
        assertThat(requirement.fits(BLUE)).isEqualTo(fits);
        boolean withoutTheLabel = operator == Operator.NOT_IN || operator == Operator.DOES_NOT_EXIST;
        assertThat(requirement.fits(Map.of())).isEqualTo(withoutTheLabel);
    }

    @Test
    void aNamedRuleWinsOverTheRestAndTheRestOverTheCard() {
        EffectivePolicy policy = governing(
                policy("p", 0, "all", "", Map.of("*", Mode.AUDIT, "MH105", Mode.ENFORCE, "missing-network", Mode.OFF)));

        assertThat(policy.mode(card("MH105"))).isEqualTo(Mode.ENFORCE);
        assertThat(policy.mode(card("MH107"))).isEqualTo(Mode.OFF);
        assertThat(policy.mode(card("MH227"))).isEqualTo(Mode.AUDIT);
        assertThat(governing(policy("p", 0, "all", "", Map.of())).mode(card("MH227")))
                .isEqualTo(Mode.WARN);
    }

    @Test
    void nobodyCanTurnOurFailuresOff() {
        EffectivePolicy policy = governing(policy("p", 0, "all", "", Map.of("*", Mode.OFF, "MH901", Mode.OFF)));

        assertThat(RuleBook.cards().stream().filter(card -> !EffectivePolicy.isOpen(card)))
                .isNotEmpty()
                .allSatisfy(card -> assertThat(policy.mode(card)).isEqualTo(card.mode()));
    }

    @Test
    void aPolicySaysWhatTheOneItExtendsDoesNot() {
        Policy base = new Policy(
                "base",
                0,
                NamespaceMatch.ALL,
                "",
                TestDecisions.perPod(Map.of("MH105", Mode.WARN, "MH107", Mode.WARN), 3));
        Policy strict = new Policy(
                "strict", 1, NamespaceMatch.ALL, "base", TestDecisions.perPod(Map.of("MH107", Mode.ENFORCE), null));
        EffectivePolicy policy = governing(base, strict);

        assertThat(policy.notice().policy()).isEqualTo("strict");
        assertThat(policy.mode(card("MH105"))).isEqualTo(Mode.WARN);
        assertThat(policy.mode(card("MH107"))).isEqualTo(Mode.ENFORCE);
        assertThat(policy.settings().sizes().networks()).isEqualTo(3);
    }

    @Test
    void aRuleByItsNameIsTheRuleByItsCode() {
        Policy parent = policy("parent", 0, "other", "", Map.of("MH105", Mode.AUDIT, "missing-network", Mode.AUDIT));
        Policy child = policy(
                "child", 0, "all", "parent", Map.of("cross-namespace-network", Mode.ENFORCE, "MH107", Mode.WARN));

        EffectivePolicy policy = governing(parent, child);

        assertThat(policy.mode(card("MH105"))).isEqualTo(Mode.ENFORCE);
        assertThat(policy.mode(card("MH107"))).isEqualTo(Mode.WARN);
        assertThat(policy.modes()).containsEntry("MH105", Mode.ENFORCE).containsEntry("MH107", Mode.WARN);
    }

    @Test
    void eachLimitIsInheritedByItself() {
        NetworkLimits ofParent = new NetworkLimits(
                Set.of("bridge"), null, Set.of("br0"), null, false, Set.of("a/b"), SegmentList.of(List.of("br0/*")));
        NetworkLimits ofChild =
                new NetworkLimits(null, null, Set.of("br1"), null, null, null, SegmentList.of(List.of("br1/7")));

        EffectivePolicy policy = governing(
                new Policy("parent", 0, NamespaceMatch.ALL, "", TestDecisions.of(ofParent)),
                new Policy("child", 1, NamespaceMatch.ALL, "parent", TestDecisions.of(ofChild)));

        assertThat(policy.settings().networks().limits())
                .isEqualTo(new NetworkLimits(
                        Set.of("bridge"),
                        null,
                        Set.of("br1"),
                        null,
                        false,
                        Set.of("a/b"),
                        SegmentList.of(List.of("br1/7"))));
    }

    /// The child comes before its parent, or loses it: `strict` stands in, and what the child says counts.
    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "child"})
    void whatCannotBeFollowedIsStrict(String parent) {
        Policy child = policy("child", 0, "all", parent, Map.of("missing-network", Mode.WARN));

        EffectivePolicy policy = governing(child);

        assertThat(policy.notice().policy()).isEqualTo("child");
        assertThat(policy.mode(card("MH107"))).isEqualTo(Mode.WARN);
        assertThat(policy.mode(card("MH105"))).isEqualTo(Mode.ENFORCE);
        assertThat(policy.mode(card("MH401"))).isEqualTo(Mode.ENFORCE);
        assertThat(policy.settings().pods().enforceTemplates()).isTrue();
        assertThat(policy.settings().references().foreign()).isEmpty();
    }

    @Test
    void aPolicyThatOnlyAuditsGoesOnWhenItsParentIsDeleted() {
        Policy parent = policy("parent", 0, "other", "", Map.of("MH401", Mode.ENFORCE));
        Policy child = policy("child", 0, "all", "parent", Map.of("*", Mode.AUDIT));

        assertThat(governing(parent, child).mode(card("MH401"))).isEqualTo(Mode.ENFORCE);
        assertThat(governing(child).mode(card("MH401"))).isEqualTo(Mode.AUDIT);
        assertThat(governing(child).mode(card("MH105"))).isEqualTo(Mode.AUDIT);
    }

    @Test
    void strictIsTheReadyMadePolicy() throws IOException {
        MultiHomingPolicy readyMade = new YAMLMapper()
                .readValue(new File("kustomize/components/policies/strict/policy.yaml"), MultiHomingPolicy.class);

        assertThat(Strict.DECISIONS).isEqualTo(Policies.of(readyMade).decisions());
    }

    @Test
    void whatCannotBeFollowedIsNamed() {
        Policy lost = policy("lost", 0, "all", "nowhere");
        assertThat(PolicySnapshot.of(List.of(lost), List.of(), BUILT_IN).fault("lost"))
                .hasValue(new PolicyFault(false, "nowhere", "extends nowhere, which does not exist"));

        Policy chicken = policy("chicken", 1, "all", "egg");
        Policy egg = policy("egg", 0, "all", "chicken");
        PolicySnapshot circle = PolicySnapshot.of(List.of(chicken, egg, lost), List.of(), BUILT_IN);
        assertThat(circle.fault("chicken")).hasValue(new PolicyFault(true, "chicken", "extends itself, by way of egg"));
        assertThat(circle.unresolved()).isEqualTo(3);
    }

    @Test
    void aParentKnowsItsChildrenAndTheirs() {
        PolicySnapshot policySnapshot = PolicySnapshot.of(
                List.of(
                        policy("top", 0, "all", ""),
                        policy("middle", 0, "all", "top"),
                        policy("bottom", 0, "all", "middle")),
                List.of(),
                BUILT_IN);

        assertThat(policySnapshot.dependents("top")).containsExactly("bottom", "middle");
        assertThat(policySnapshot.dependents("bottom")).isEmpty();
    }

    private static EffectivePolicy governing(Policy... policies) {
        return PolicySnapshot.of(List.of(policies), List.of(), BUILT_IN).governing("tenant-a", BLUE);
    }

    private static Policy policy(String name, int priority, String namespaces, String parent) {
        return policy(name, priority, namespaces, parent, Map.of());
    }

    private static Policy policy(String name, int priority, String namespaces, String parent, Map<String, Mode> rules) {
        return new Policy(name, priority, match(namespaces), parent, TestDecisions.perPod(rules, null));
    }

    private static NamespaceMatch match(String namespaces) {
        if (namespaces.equals("all")) {
            return NamespaceMatch.ALL;
        }
        if (namespaces.equals("no team")) {
            return new NamespaceMatch(
                    Set.of(), List.of(new LabelRequirement("team", Operator.DOES_NOT_EXIST, Set.of())));
        }
        return namespaces.contains("=")
                ? new NamespaceMatch(
                        Set.of(),
                        List.of(new LabelRequirement(
                                "team", Operator.IN, Set.of(namespaces.substring(namespaces.indexOf('=') + 1)))))
                : new NamespaceMatch(Set.of(namespaces), List.of());
    }

    private static Card card(String code) {
        return RuleBook.cards().stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
