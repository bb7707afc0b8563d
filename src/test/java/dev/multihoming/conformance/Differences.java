package dev.multihoming.conformance;

import dev.multihoming.conformance.Comparison.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The differences between us and the plugins that we know of and mean, each with its reason.
final class Differences {
    private static final String BARE_MAC =
            "a MAC address without separators is one since Go 1.26: plugins built with an older Go refuse it";

    private static final String NO_LINK =
            "the plugin refuses it like any link that is not there, and none can be there: no interface has such a name";

    private static final String PANIC = "Multus panics on it where a pod brings cni-args";

    private static final String PATH = "the plugin opens the path as root, and a tenant could name any";

    private static final List<Pin> PINS = List.of(
            new Pin(
                    Set.of("name and version", "name and version with address"),
                    Result.WE_ARE_STRICTER,
                    Set.of(
                            "\"name\": \"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…",
                            "\"name\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"),
                    "libcni keeps the result in a file of that name, and this test calls the plugin without libcni"),
            new Pin(
                    Set.of("bridge", "tuning"),
                    Result.WE_ARE_STRICTER,
                    Set.of("\"args\": null", "\"args\": {\"cni\": null}"),
                    PANIC),
            new Pin(Set.of("tap"), Result.WE_ARE_STRICTER, Set.of("\"args\": null"), PANIC),
            new Pin(
                    Set.of("host-local"),
                    Result.WE_ARE_STRICTER,
                    Set.of("\"dataDir\": \"text\"", "\"resolvConf\": \"text\""),
                    PATH),
            new Pin(Set.of("tuning"), Result.WE_ARE_STRICTER, Set.of("\"dataDir\": \"text\""), PATH),
            new Pin(
                    Set.of("portmap"),
                    Result.WE_ARE_STRICTER,
                    Set.of("\"conditionsV4\": [\"text\"]", "\"conditionsV6\": [\"text\"]"),
                    "the nftables backend writes them into its rules without quotes, when a pod has port mappings"),
            new Pin(
                    Set.of("any plugin", "any plugin of a list"),
                    Result.WE_ARE_STRICTER,
                    Set.of("\"cni.dev/valid-attachments\": [null]"),
                    "libcni writes this key for its garbage collection, nobody else does; a null in it is nothing to admit"),
            new Pin(
                    Set.of("bridge"),
                    Result.WE_ARE_STRICTER,
                    Set.of("\"args\": {\"cni\": {\"mac\": \"020000000001\"}}"),
                    BARE_MAC),
            new Pin(
                    Set.of("bridge", "macvlan", "tuning"),
                    Result.WE_ARE_STRICTER,
                    Set.of("\"runtimeConfig\": {\"mac\": \"020000000001\"}"),
                    BARE_MAC),
            new Pin(Set.of("macvlan", "tuning"), Result.WE_ARE_STRICTER, Set.of("\"mac\": \"020000000001\""), BARE_MAC),
            new Pin(
                    Set.of("tuning"),
                    Result.WE_ARE_STRICTER,
                    Set.of("\"args\": {\"cni\": {\"mac\": \"020000000001\"}}"),
                    BARE_MAC),
            new Pin(
                    Set.of("tuning"),
                    Result.WE_ARE_STRICTER,
                    Set.of(
                            "\"mac\": \"02:00:00:00:00:00:00:01\"",
                            "\"runtimeConfig\": {\"mac\": \"02:00:00:00:00:00:00:01\"}",
                            "\"args\": {\"cni\": {\"mac\": \"02:00:00:00:00:00:00:01\"}}"),
                    "of eight bytes the kernel takes six and says nothing: nobody means that"),
            new Pin(
                    Set.of("macvlan"),
                    Result.WE_ARE_STRICTER,
                    Set.of(
                            "\"master\": \".\"",
                            "\"master\": \"..\"",
                            "\"master\": \"eth0:1\"",
                            "\"master\": \"no/link\"",
                            "\"master\": \"no link\""),
                    NO_LINK),
            new Pin(
                    Set.of("host-device"),
                    Result.WE_ARE_STRICTER,
                    Set.of(
                            "\"device\": \".\"",
                            "\"device\": \"..\"",
                            "\"device\": \"eth0:1\"",
                            "\"device\": \"no/link\"",
                            "\"device\": \"no link\""),
                    NO_LINK),
            new Pin(
                    Set.of("host-device"),
                    Result.WE_ARE_STRICTER,
                    Set.of(
                            "\"hwaddr\": \"text\"",
                            "\"hwaddr\": \"020000000001\"",
                            "\"hwaddr\": \"2:0:0:0:0:1\"",
                            "\"kernelpath\": \"text\"",
                            "\"kernelpath\": \"/sys/class/net/lo\"",
                            "\"kernelpath\": \"sys/devices/none\""),
                    "the plugin looks at them only where `device` is empty, and then refuses these: as they stand they are a trap"),
            new Pin(
                    Set.of("firewall"),
                    Result.WE_ARE_STRICTER,
                    Set.of(
                            "\"ingressPolicy\": \"text\"",
                            "\"ingressPolicy\": \" \"",
                            "\"ingressPolicy\": \"Open\"",
                            "\"ingressPolicy\": \"open \"",
                            "\"ingressPolicy\": \"Same-bridge\"",
                            "\"ingressPolicy\": \"same-bridge \"",
                            "\"ingressPolicy\": \"Isolated\"",
                            "\"ingressPolicy\": \"isolated \""),
                    "the plugin needs iptables before it looks at the policy, and the node of these tests has none; its source refuses these"));

    private Differences() {}

    /// Differences that no pin explains.
    static List<Comparison> notPinned(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> comparison.result() != Result.AGREED)
                .filter(comparison -> pinOf(comparison).isEmpty())
                .toList();
    }

    /// Pins of a trial that explain nothing any more.
    static List<String> pinnedButAgreed(Trial trial, List<Comparison> comparisons) {
        Map<String, Comparison> byName = comparisons.stream()
                .collect(
                        Collectors.toMap(comparison -> comparison.one().name(), comparison -> comparison, (a, _) -> a));
        List<String> gone = new ArrayList<>();
        for (Pin pin : PINS) {
            if (pin.trials().contains(trial.name())) {
                pin.cases().stream()
                        .filter(name ->
                                !byName.containsKey(name) || byName.get(name).result() != pin.result())
                        .forEach(gone::add);
            }
        }
        return gone;
    }

    static Optional<Pin> pinOf(Comparison comparison) {
        return PINS.stream()
                .filter(pin -> pin.trials().contains(comparison.trial().name())
                        && pin.cases().contains(comparison.one().name())
                        && pin.result() == comparison.result())
                .findFirst();
    }

    /// @param trials names of trials
    /// @param cases names of cases in each of them
    record Pin(Set<String> trials, Result result, Set<String> cases, String reason) {}
}
