package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.webhook.codec.Decoded;
import dev.multihoming.webhook.codec.ReviewDecoder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DenialCountersTest {
    private static final List<Card> CARDS = RuleBook.cards();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DenialCounters denials = new DenialCounters(meters, Settings.DEFAULTS.accounts());

    @Test
    void aDenialIsCountedByNamespaceRuleAndRequester() {
        Card first = CARDS.getFirst();
        Card second = CARDS.get(1);
        denials.count(request("tenant-a", "dev"), List.of(first, second));
        denials.count(request("tenant-a", "dev"), List.of(first));
        denials.count(request("tenant-a", "dev"), List.of());

        assertThat(count("tenant-a", first.code(), "user")).isEqualTo(2);
        assertThat(count("tenant-a", second.code(), "user")).isEqualTo(1);
        assertThat(series()).isEqualTo(2);
    }

    @Test
    void policiesAreInNoNamespace() {
        denials.count(request("", "dev"), List.of(CARDS.getFirst()));

        assertThat(count("-", CARDS.getFirst().code(), "user")).isEqualTo(1);
    }

    @Test
    void requestersAreOfThreeKinds() {
        assertThat(kind("dev")).isEqualTo("user");
        assertThat(kind("system:node:worker-1")).isEqualTo("user");
        assertThat(kind("system:serviceaccount")).isEqualTo("user");
        assertThat(kind("system:serviceaccount:")).isEqualTo("service-account");
        assertThat(kind("system:serviceaccount:kube-system:replicaset-controller"))
                .isEqualTo("controller");
        assertThat(kind("system:kube-controller-manager")).isEqualTo("controller");
        assertThat(kind("system:serviceaccount:kubevirt:kubevirt-controller")).isEqualTo("controller");
        assertThat(kind("system:serviceaccount:tenant-a:pipeline")).isEqualTo("service-account");
        assertThat(kind("system:serviceaccount:kube-system-2:pipeline")).isEqualTo("service-account");
    }

    @Test
    void whoCreatesNamespacesCannotGrowTheNumberOfSeries() {
        Card card = CARDS.getFirst();
        IntStream.range(0, 5 * DenialCounters.MAX_NAMESPACES)
                .forEach(i -> denials.count(request("n" + i, "dev"), List.of(card)));
        // One that has a name keeps it.
        denials.count(request("n0", "dev"), List.of(card));

        assertThat(series()).isEqualTo(DenialCounters.MAX_NAMESPACES + 1);
        assertThat(count("n0", card.code(), "user")).isEqualTo(2);
        assertThat(count("other", card.code(), "user")).isEqualTo(4 * DenialCounters.MAX_NAMESPACES);
    }

    @Test
    void whoBreaksEveryRuleTakesNoRoomOfOthers() {
        assertThat(CARDS).hasSizeGreaterThan(DenialCounters.MAX_SERIES);
        denials.count(request("greedy", "dev"), CARDS);
        denials.count(request("greedy", "dev"), CARDS);
        denials.count(request("tenant-a", "dev"), List.of(CARDS.getLast()));

        assertThat(meters.get("multihoming.denials")
                        .tag("object_namespace", "greedy")
                        .counters())
                .hasSize(DenialCounters.MAX_SERIES);
        assertThat(count("other", CARDS.getLast().code(), "user")).isEqualTo(2);
        assertThat(count("tenant-a", CARDS.getLast().code(), "user")).isEqualTo(1);
    }

    private int series() {
        return meters.get("multihoming.denials").counters().size();
    }

    private double count(String namespace, String code, String requester) {
        Counter counter = meters.get("multihoming.denials")
                .tags("object_namespace", namespace, "code", code, "requester", requester)
                .counter();
        return counter.count();
    }

    private static String kind(String username) {
        return RequesterKind.of(username, Settings.DEFAULTS.accounts()).word();
    }

    private static AdmissionRequest request(String namespace, String username) {
        return ((Decoded.Review) ReviewDecoder.decode(Reviews.bytes("""
                {"uid":"u","resource":{"group":"","version":"v1","resource":"pods"},"operation":"CREATE",
                 "namespace":"%s","userInfo":{"username":"%s"},"object":{"metadata":{}}}""".formatted(namespace, username)))).request();
    }
}
