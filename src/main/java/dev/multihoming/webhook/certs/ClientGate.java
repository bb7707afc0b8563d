package dev.multihoming.webhook.certs;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// Keeps clients without a valid certificate from the admission endpoints, where an installation wants that.
@Singleton
final class ClientGate {
    /// Before everything else that looks at a request.
    private static final int FIRST = 1_000;

    private static final int FORBIDDEN = 403;

    private final boolean isClosed;
    private final Set<String> names;
    private final ClientAuthorities authorities;
    private final ClientJournal journal;

    ClientGate(ClientCertificates configuration, ClientAuthorities authorities, ClientJournal journal) {
        this.isClosed = configuration.ca().isPresent();
        this.names = configuration.names().orElse(Set.of());
        this.authorities = authorities;
        this.journal = journal;
    }

    void register(@Observes Filters filters) {
        if (isClosed) {
            filters.register(this::judge, FIRST);
        }
    }

    private void judge(RoutingContext exchange) {
        refusal(exchange.request().sslSession()).ifPresentOrElse(why -> refuse(exchange, why), exchange::next);
    }

    Optional<ClientRefusal> refusal(@Nullable SSLSession session) {
        X509Certificate[] chain = chain(session);
        if (chain.length == 0) {
            return Optional.of(ClientRefusal.MISSING);
        }
        if (!authorities.trust(chain)) {
            return Optional.of(ClientRefusal.UNTRUSTED);
        }
        boolean counts =
                names.isEmpty() || commonName(chain[0]).filter(names::contains).isPresent();
        return counts ? Optional.empty() : Optional.of(ClientRefusal.NAME);
    }

    private static X509Certificate[] chain(@Nullable SSLSession session) {
        if (session == null) {
            return new X509Certificate[0];
        }
        try {
            Certificate[] shown = session.getPeerCertificates();
            return List.of(shown).toArray(X509Certificate[]::new);
        } catch (SSLPeerUnverifiedException _) {
            return new X509Certificate[0];
        }
    }

    /// Empty where there is none, or more than one to choose from.
    static Optional<String> commonName(X509Certificate certificate) {
        try {
            List<String> found = new LdapName(
                            certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .toList();
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        } catch (InvalidNameException _) {
            return Optional.empty();
        }
    }

    /// What it sends is dropped: unread, it would fill the window that all requests of an HTTP/2 connection share.
    private void refuse(RoutingContext exchange, ClientRefusal why) {
        journal.refused(why);
        HttpServerRequest request = exchange.request();
        request.resume();
        if (request.version() != HttpVersion.HTTP_2) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.response()
                .setStatusCode(FORBIDDEN)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("This webhook answers only clients with a certificate that it was told of: " + why.clause()
                        + ". The API server shows one where its --admission-control-config-file says so.");
    }
}
