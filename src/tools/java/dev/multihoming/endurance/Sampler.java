package dev.multihoming.endurance;

import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks at one replica, from /proc and by its own metrics.
final class Sampler {
    private static final double KIB_PER_MIB = 1024;

    private final WebhookServer replica;
    private final DirectStream stream;
    private final Path process;
    private final List<Sample> samples = new ArrayList<>();
    private double reviewsBefore;
    private double microsBefore;

    Sampler(WebhookServer replica, DirectStream stream) {
        this.replica = replica;
        this.stream = stream;
        this.process = Path.of("/proc", Long.toString(replica.pid()));
        this.reviewsBefore = reviews();
        this.microsBefore = micros();
    }

    synchronized Sample take() {
        List<Double> latencies = stream.taken();
        double reviews = reviews();
        double micros = micros();
        Sample sample = new Sample(
                samples.size() + 1,
                replica.residentMemory() / KIB_PER_MIB,
                replica.ownMemory() / KIB_PER_MIB,
                files(),
                threads(),
                quantile(latencies, 0.5),
                quantile(latencies, 0.99),
                (micros - microsBefore) / (reviews - reviewsBefore),
                reviews - reviewsBefore);
        reviewsBefore = reviews;
        microsBefore = micros;
        samples.add(sample);
        return sample;
    }

    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    private double reviews() {
        return replica.metrics().sum("multihoming_reviews_total");
    }

    private double micros() {
        return replica.processorTime().toNanos() / 1e3;
    }

    private double files() {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double threads() {
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            return tasks.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double quantile(List<Double> ascending, double part) {
        return ascending.isEmpty() ? Double.NaN : ascending.get((int) (ascending.size() * part));
    }
}
