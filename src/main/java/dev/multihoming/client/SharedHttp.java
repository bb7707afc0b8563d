package dev.multihoming.client;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;

/// The one source of HTTP clients of this process. Each source of fabric8 has threads of its own, which end with the
/// process and not with a client: a source for each client would add threads with each login and each page.
final class SharedHttp {
    private static final HttpClient.Factory FACTORY = HttpClientUtils.getHttpClientFactory();

    private SharedHttp() {}

    static HttpClient.Factory factory() {
        return FACTORY;
    }
}
