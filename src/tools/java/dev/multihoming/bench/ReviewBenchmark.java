package dev.multihoming.bench;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.admission.ReviewOutcome;
import dev.multihoming.core.admission.Reviewer;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.webhook.codec.Decoded;
import dev.multihoming.webhook.codec.ReviewDecoder;
import dev.multihoming.webhook.codec.ReviewEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The review path, bytes in, bytes out, without the wire.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReviewBenchmark {
    private final byte[] pod = resource("pod-review.json");
    /// More than are remembered, so that each is read.
    private final List<byte[]> podsThatDiffer =
            IntStream.range(0, 1 << 12).mapToObj(this::withAnotherMac).toList();
    private int next;

    private final byte[] nad = resource("nad-review.json");
    private final List<byte[]> nadsThatDiffer =
            IntStream.range(0, 1 << 12).mapToObj(this::withAnotherVlan).toList();
    private final Reviewer reviewer = new Reviewer(
            new RuleEngine(RuleBook.all(), (_, failure) -> {
                throw failure;
            }),
            _ -> EffectivePolicy.BUILT_IN,
            () -> 0);
    private final ReviewEncoder encoder = new ReviewEncoder(new Wording("https://multihoming.dev/rules/"));
    private final ClusterView cluster = new EverythingExists();

    @Benchmark
    public Decoded decodePod() {
        return ReviewDecoder.decode(pod);
    }

    @Benchmark
    public byte[] validatePod() {
        return answer(Phase.VALIDATE, pod);
    }

    @Benchmark
    public byte[] validatePodsThatDiffer() {
        next = (next + 1) % podsThatDiffer.size();
        return answer(Phase.VALIDATE, podsThatDiffer.get(next));
    }

    @Benchmark
    public byte[] mutatePod() {
        return answer(Phase.MUTATE, pod);
    }

    @Benchmark
    public byte[] validateNad() {
        return answer(Phase.VALIDATE, nad);
    }

    @Benchmark
    public byte[] validateNadsThatDiffer() {
        next = (next + 1) % nadsThatDiffer.size();
        return answer(Phase.VALIDATE, nadsThatDiffer.get(next));
    }

    private byte[] answer(Phase phase, byte[] body) {
        return switch (ReviewDecoder.decode(body)) {
            case Decoded.Review(var request) -> {
                ReviewOutcome outcome = reviewer.review(phase, request, cluster);
                yield encoder.encode(request.uid(), phase, outcome);
            }
            case Decoded.Unread(AdmissionRequest _, String fact) -> throw new IllegalStateException(fact);
            case Decoded.NotAReview(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private byte[] withAnotherMac(int number) {
        String mac = "02:00:00:00:%02x:%02x".formatted(number >> Byte.SIZE, number & 0xff);
        return new String(pod, StandardCharsets.UTF_8)
                .replace("02:00:00:00:00:01", mac)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] withAnotherVlan(int number) {
        return new String(nad, StandardCharsets.UTF_8)
                .replace(": 100,", ": " + number + ",")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (var stream = Objects.requireNonNull(ReviewBenchmark.class.getResourceAsStream("/bench/" + name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class EverythingExists implements ClusterView {
        @Override
        public Lookup network(NadRef ref) {
            return new Lookup.Found(new NadSummary(ref, ref.name(), List.of("bridge")));
        }

        @Override
        public Collection<String> networkNames(String namespace) {
            return List.of();
        }

        @Override
        public ClusterFacts facts() {
            return ClusterFacts.NONE;
        }

        @Override
        public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
            return false;
        }

        @Override
        public NetworkUsers users(NadRef ref, boolean anywhere) {
            return NetworkUsers.NONE;
        }
    }
}
