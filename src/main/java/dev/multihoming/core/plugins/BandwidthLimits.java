package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/// The limits that a selection asks for; 0 is none (node-behavior.md#bandwidth).
public record BandwidthLimits(long ingressRate, long ingressBurst, long egressRate, long egressBurst) {
    /// By which the plugin gets them.
    public static final String CAPABILITY = "bandwidth";

    public static final BandwidthLimits NONE = new BandwidthLimits(0, 0, 0, 0);

    /// Counted in bytes it has to fit into 32 bits (bandwidth/main.go, `validateRateAndBurst`).
    private static final long MAX_BURST = 8L * 0xFFFF_FFFFL;

    /// Why the plugin refuses them, and what to write instead.
    public record Refusal(String fact, String remedy) {}

    public static BandwidthLimits of(JsonObject written) {
        return new BandwidthLimits(
                number(written, "ingressRate"),
                number(written, "ingressBurst"),
                number(written, "egressRate"),
                number(written, "egressBurst"));
    }

    public boolean areNone() {
        return equals(NONE);
    }

    public Optional<Refusal> refusal() {
        return Stream.of(refusal("ingress", ingressRate, ingressBurst), refusal("egress", egressRate, egressBurst))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> refusal(String way, long rate, long burst) {
        if (rate < 0 || burst < 0) {
            return Optional.of(new Refusal(
                    "\"%sRate\" is %d and \"%sBurst\" is %d".formatted(way, rate, way, burst),
                    "Write positive numbers"));
        }
        if (burst >= MAX_BURST) {
            return Optional.of(new Refusal("\"%sBurst\" is %d".formatted(way, burst), "Write less than " + MAX_BURST));
        }
        if (rate > 0 == burst > 0) {
            return Optional.empty();
        }
        String there = way + (rate > 0 ? "Rate" : "Burst");
        String missing = way + (rate > 0 ? "Burst" : "Rate");
        return Optional.of(new Refusal(
                "\"bandwidth\" has %s without %s".formatted(there, missing),
                "Add \"%s\": %d".formatted(missing, Math.max(rate, burst))));
    }

    private static long number(JsonObject object, String key) {
        return GoFields.set(object, key)
                .map(JsonMember::value)
                .filter(JsonNumber.class::isInstance)
                .map(value -> GoNumbers.whole((JsonNumber) value).orElse(0))
                .orElse(0L);
    }
}
