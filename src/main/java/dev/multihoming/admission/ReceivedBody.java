package dev.multihoming.admission;

import io.vertx.ext.web.RoutingContext;

/// A request body that was read completely, and when its review must be over.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared as a record
record ReceivedBody(byte[] bytes, Deadline deadline) {
    private static final String KEY = ReceivedBody.class.getName();

    void putInto(RoutingContext exchange) {
        exchange.put(KEY, this);
    }

    static ReceivedBody of(RoutingContext exchange) {
        return exchange.get(KEY);
    }
}
