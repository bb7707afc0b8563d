package dev.multihoming.webhook.certs;

import dev.multihoming.webhook.schedule.PeriodicTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Has the admission port ask clients for a certificate, where an installation wants that, and keeps looking at
/// the file of their authorities.
///
/// It asks and does not require: who has none gets a sentence ([ClientGate]) and not a handshake that breaks off, of
/// which the API server could only report that it broke off. (`quarkus.http.ssl.client-auth` is settled when Quarkus
/// is built.)
@Singleton
@Identifier("admission")
final class ClientTrust implements TrustStoreProvider, HttpServerOptionsCustomizer {
    private final ClientAuthorities authorities;
    private final CertificateFiles files;
    private final Optional<ClientAuthorityWatch> watch;
    private final PeriodicTask task = new PeriodicTask("client-authority-watch");

    ClientTrust(
            ClientCertificates configuration,
            CertificateFiles files,
            ClientAuthorities authorities,
            ClientJournal journal) {
        this.authorities = authorities;
        this.files = files;
        this.watch = configuration.ca().map(file -> new ClientAuthorityWatch(file, authorities, journal));
    }

    @Override
    public TrustStoreAndTrustOptions getTrustStore(Vertx vertx) {
        watch.ifPresent(ClientAuthorityWatch::look);
        return new TrustStoreAndTrustOptions(null, TrustOptions.wrap(authorities));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(watch.isPresent() ? ClientAuth.REQUEST : ClientAuth.NONE);
    }

    void start(@Observes StartupEvent event) {
        watch.ifPresent(it -> task.start(it::look, files.checkInterval(), files.checkInterval()));
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }
}
