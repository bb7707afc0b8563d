package dev.multihoming.core.rules.pods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.RuleSet;
import dev.multihoming.core.review.TextMutation;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every annotation anybody could write. A rule that throws fails the test (see PodRequest).
class PodPropertiesTest {
    private static final int MANY = 3_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTextIsJudgedInWordsOfBoundedLength(long seed) {
        RandomAnnotations.of(seed, MANY).forEach(text -> {
            for (PodRequest request :
                    List.of(create(text), PodRequest.change("a,b@foo", text), PodRequest.bind(text))) {
                for (Finding finding : request.findings(Phase.VALIDATE)) {
                    Violation seen = finding.violation();
                    assertThat(seen.fact() + seen.remedy())
                            .as(text)
                            .hasSizeLessThan(800)
                            .doesNotContain("\n", "\0", "null pointer");
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void aRepairedPodIsCleanAndStaysAsItIs(long seed) {
        List<String> repaired = new ArrayList<>();
        RandomAnnotations.of(seed, MANY).forEach(text -> {
            PodRequest request = create(text);
            if (!request.mutations().isEmpty()) {
                PodRequest after = request.afterRepair();
                assertThat(after.isAdmitted())
                        .as("%s became %s", text, after.now())
                        .isTrue();
                assertThat(after.mutations())
                        .as("%s became %s", text, after.now())
                        .isEmpty();
                assertThat(namesOf(after)).as(text).doesNotHaveDuplicates();
                repaired.add(text);
            }
        });
        assertThat(repaired).hasSizeGreaterThan(MANY / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void whatIsAdmittedByTheMutatorIsAdmittedByTheValidatorAfterItsRepairs(long seed) {
        RandomAnnotations.of(seed, MANY).forEach(text -> {
            PodRequest request = create(text);
            boolean refused = request.findings(Phase.MUTATE).stream()
                    .anyMatch(finding -> finding.card().mode() == Mode.ENFORCE);
            assertThat(request.afterRepair().isAdmitted()).as(text).isEqualTo(!refused);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {9})
    void rulesInAnyOrderFindTheSame(long seed) {
        Random random = new Random(seed);
        RandomAnnotations.of(seed, MANY / 3).forEach(text -> {
            PodRequest request = create(text);
            List<RuleSet.Entry<Pod>> rules = new ArrayList<>(RuleBook.all().pods());
            Set<Violation> expected = violations(rules, request);
            Collections.shuffle(rules, random);
            assertThat(violations(rules, request)).as(text).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {10})
    void repairsChangeNothingButNames(long seed) {
        RandomAnnotations.of(seed, MANY).forEach(text -> {
            PodRequest request = create(text);
            List<TextEdit> edits = request.mutations().stream()
                    .map(mutation -> ((TextMutation) mutation.repair()).edit())
                    .toList();
            int replaced =
                    edits.stream().mapToInt(edit -> edit.end() - edit.start()).sum();
            int written =
                    edits.stream().mapToInt(edit -> edit.replacement().length()).sum();
            String after = request.repaired();
            assertThat(after).hasSize(text.length() - replaced + written);
            assertThat(edits)
                    .allMatch(edit -> edit.end() - edit.start() <= 20
                            && edit.replacement().length() < 40);
        });
    }

    private static Set<Violation> violations(List<RuleSet.Entry<Pod>> rules, PodRequest request) {
        Set<Violation> found = new HashSet<>();
        rules.forEach(entry -> found.addAll(entry.rule().find(request.pod(), request.context(Phase.VALIDATE))));
        return found;
    }

    private static List<String> namesOf(PodRequest request) {
        String networks = Objects.requireNonNull(request.now().networks());
        return NetworkSelectionsReader.read(networks).items().stream()
                .map(item -> item.namesItsInterface() ? item.interfaceName() : "net" + item.position())
                .toList();
    }

    private static PodRequest create(String text) {
        PodRequest request = PodRequest.create(text);
        request.cluster().unknown("tenant-a", "lost");
        return request;
    }
}
