package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// `multihoming_denials_total`: which rules denied something, in which namespace, and to whom.
///
/// The first namespaces with a denial are counted by name, and each of them has a limited
/// number of series. What is beyond is counted as `other`: who may create namespaces, or break
/// every rule, cannot grow the number of series.
final class DenialCounters {
    static final int MAX_NAMESPACES = 100;

    /// Of one namespace. Few break more rules than these.
    static final int MAX_SERIES = 30;

    private static final String OTHER = "other";

    /// Of objects that are in no namespace: policies and exemptions.
    private static final String NO_NAMESPACE = "-";

    private final MeterRegistry meters;
    private final Settings.Accounts accounts;
    private final Map<Series, Counter> counters = new ConcurrentHashMap<>();

    /// How many series a namespace has.
    private final Map<String, Integer> used = new HashMap<>();

    DenialCounters(MeterRegistry meters, Settings.Accounts accounts) {
        this.meters = meters;
        this.accounts = accounts;
    }

    private record Series(String namespace, String code, RequesterKind requester) {
        Series ofOther() {
            return new Series(OTHER, code, requester);
        }
    }

    /// Counts each rule that denied the request once. A dry run asks, as tools do all the time, and is not denied.
    void count(AdmissionRequest request, List<Card> cards) {
        if (cards.isEmpty() || request.dryRun()) {
            return;
        }
        String namespace = request.namespace().isEmpty() ? NO_NAMESPACE : request.namespace();
        RequesterKind requester = RequesterKind.of(request.username(), accounts);
        cards.forEach(
                card -> counter(new Series(namespace, card.code(), requester)).increment());
    }

    private Counter counter(Series series) {
        Counter known = counters.get(series);
        return known == null ? added(series) : known;
    }

    private synchronized Counter added(Series series) {
        if (counters.containsKey(series) || hasRoom(series.namespace())) {
            return counters.computeIfAbsent(series, this::register);
        }
        return counters.computeIfAbsent(series.ofOther(), this::register);
    }

    /// Takes it, where there is.
    private boolean hasRoom(String namespace) {
        int before = used.getOrDefault(namespace, 0);
        boolean room = before == 0 ? used.size() < MAX_NAMESPACES : before < MAX_SERIES;
        if (room) {
            used.put(namespace, before + 1);
        }
        return room;
    }

    private Counter register(Series series) {
        return Counter.builder("multihoming.denials")
                .description(
                        "Requests other than dry runs that a rule denied, by the namespace of the object, rule and kind of requester;"
                                + " beyond the first hundred namespaces as other")
                // Not "namespace": scrapers write there whose metrics these are.
                .tag("object_namespace", series.namespace())
                .tag("code", series.code())
                .tag("requester", series.requester().word())
                .register(meters);
    }
}
