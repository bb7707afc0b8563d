package dev.multihoming.admission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Reads request bodies before any endpoint sees the request, and refuses those there is no room for.
///
/// Not the task of the REST layer, whose own reading knows a limit for one body but none for all of them.
@Singleton
final class BodyIntake implements Handler<RoutingContext> {
    private static final int BEFORE_EVERY_ENDPOINT = 100;

    private final Configuration configuration;
    private final BytesInFlight inFlight;
    private final ReviewMetrics metrics;
    private final long maxBytes;

    BodyIntake(Configuration configuration, BytesInFlight inFlight, ReviewMetrics metrics) {
        this.configuration = configuration;
        this.inFlight = inFlight;
        this.metrics = metrics;
        this.maxBytes = configuration.maxBodySize().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this, BEFORE_EVERY_ENDPOINT);
    }

    @Override
    public void handle(RoutingContext exchange) {
        if (!exchange.request().method().equals(HttpMethod.POST)) {
            exchange.next();
            return;
        }
        Deadline deadline = Deadline.from(System::nanoTime, configuration.deadline(), configuration.lookupTimeout());
        new BodyReading(exchange, maxBytes, inFlight, metrics).start(deadline);
    }
}
