package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LiveLookupsTest {
    private static final NadRef NAD = new NadRef("tenant-a", "blue");
    private static final Lookup ABSENT = new Lookup.Absent();
    private static final Lookup FOUND = new Lookup.Found(new NadSummary(NAD, "blue", List.of("bridge")));
    private static final Lookup TROUBLE = new Lookup.Unknown("the API server could not be asked");

    private final FakeTime time = new FakeTime();
    private final FakeApiServer apiServer = new FakeApiServer();
    private final List<LookupOutcome> outcomes = new ArrayList<>();
    private final LiveLookups lookups = new LiveLookups(apiServer, new LookupBudget(time), time, outcomes::add);

    @Test
    void concurrentQuestionsForOneNadShareOneRequest() {
        CompletionStage<Lookup> first = lookups.ask(NAD);
        CompletionStage<Lookup> second = lookups.ask(NAD);
        apiServer.answers(NAD, FOUND);

        assertThat(answer(first)).isEqualTo(FOUND);
        assertThat(answer(second)).isEqualTo(FOUND);
        assertThat(apiServer.asked).containsExactly(NAD);
    }

    @Test
    void anAskerCannotAnswerForTheOthers() {
        CompletionStage<Lookup> first = lookups.ask(NAD);
        lookups.ask(NAD).toCompletableFuture().complete(FOUND);
        apiServer.answers(NAD, ABSENT);

        assertThat(answer(first)).isEqualTo(ABSENT);
    }

    @Test
    void anOpenQuestionIsNoAnswer() {
        lookups.ask(NAD);
        time.pass(Duration.ofMinutes(1));

        assertThat(lookups.remembered(NAD)).isEmpty();
    }

    @Test
    void anOpenQuestionIsSharedHoweverLongItTakes() {
        lookups.ask(NAD);
        time.pass(Duration.ofMinutes(1));
        lookups.ask(NAD);

        assertThat(apiServer.asked).hasSize(1);
    }

    @Test
    void anAbsentNadIsRememberedForASecondFromTheAnswerOn() {
        lookups.ask(NAD);
        time.pass(Duration.ofMillis(900));
        apiServer.answers(NAD, ABSENT);
        time.pass(Duration.ofMillis(999));

        assertThat(lookups.remembered(NAD)).contains(ABSENT);
        assertThat(answer(lookups.ask(NAD))).isEqualTo(ABSENT);
        assertThat(apiServer.asked).hasSize(1);
    }

    @Test
    void afterThatSecondTheApiServerIsAskedAgain() {
        lookups.ask(NAD);
        apiServer.answers(NAD, ABSENT);
        time.pass(Duration.ofSeconds(1));

        assertThat(lookups.remembered(NAD)).isEmpty();
        CompletionStage<Lookup> again = lookups.ask(NAD);
        apiServer.answers(NAD, FOUND);
        assertThat(answer(again)).isEqualTo(FOUND);
    }

    @Test
    void troubleIsRememberedTooSoThatAnApiServerInTroubleIsSpared() {
        lookups.ask(NAD);
        apiServer.answers(NAD, TROUBLE);

        assertThat(answer(lookups.ask(NAD))).isEqualTo(TROUBLE);
        assertThat(apiServer.asked).hasSize(1);
    }

    @Test
    void aNameThatNoObjectCanHaveIsAbsentWithoutARequest() {
        for (NadRef ref : List.of(
                new NadRef("tenant-a", "../../../../../../api/v1/namespaces/kube-system/secrets"),
                new NadRef("tenant-a/..", "blue"),
                new NadRef("tenant-a", ""),
                new NadRef("", "blue"),
                new NadRef("tenant-a", ".."),
                new NadRef("tenant-a", "blue?watch=true"),
                new NadRef("tenant-a", "blue%2f"),
                new NadRef("tenant-a", "blue\n"),
                new NadRef("tenant-a", "a".repeat(254)))) {
            assertThat(answer(lookups.ask(ref))).isEqualTo(ABSENT);
        }
        assertThat(apiServer.asked).isEmpty();
    }

    @Test
    void namesWithDotsCanExist() {
        lookups.ask(new NadRef("tenant-a", "net.with.dots"));

        assertThat(apiServer.asked).hasSize(1);
    }

    @Test
    void overTheBudgetNobodyIsAskedAndTheReasonSaysSo() {
        askForMissing(LookupBudget.NAMESPACE_BURST);

        assertThat(answer(lookups.ask(NAD)))
                .isEqualTo(
                        new Lookup.Unknown(
                                "too many unknown networks were asked for just now in namespace \"tenant-a\" or in the cluster"));
        assertThat(apiServer.asked).doesNotContain(NAD);
    }

    @Test
    void aRefusedQuestionIsNotRemembered() {
        askForMissing(LookupBudget.NAMESPACE_BURST);
        lookups.ask(NAD);
        time.pass(Duration.ofMillis(100));

        lookups.ask(NAD);
        assertThat(apiServer.asked).contains(NAD);
    }

    @Test
    void sharedAndRememberedAnswersCostNoBudget() {
        for (int i = 0; i < 10 * LookupBudget.NAMESPACE_BURST; i++) {
            lookups.ask(NAD);
        }
        apiServer.answers(NAD, ABSENT);

        assertThat(lookups.ask(new NadRef("tenant-a", "other")).toCompletableFuture())
                .isNotDone();
    }

    @Test
    void everyOutcomeIsCounted() {
        lookups.ask(NAD);
        apiServer.answers(NAD, FOUND);
        time.pass(Duration.ofSeconds(2));
        lookups.ask(NAD);
        apiServer.answers(NAD, ABSENT);
        time.pass(Duration.ofSeconds(2));
        lookups.ask(NAD);
        apiServer.answers(NAD, TROUBLE);

        assertThat(outcomes).containsExactly(LookupOutcome.FOUND, LookupOutcome.ABSENT, LookupOutcome.FAILED);
        askForMissing(LookupBudget.NAMESPACE_BURST + 1);
        assertThat(outcomes).last().isEqualTo(LookupOutcome.REFUSED);
    }

    private void askForMissing(int count) {
        for (int i = 0; i < count; i++) {
            lookups.ask(new NadRef("tenant-a", "missing-" + i));
        }
    }

    private static Lookup answer(CompletionStage<Lookup> stage) {
        CompletableFuture<Lookup> future = stage.toCompletableFuture();
        assertThat(future).isDone();
        return future.join();
    }
}
