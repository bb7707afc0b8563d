package dev.multihoming.webhook.certs;

import dev.multihoming.tls.ServingKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Hands the exchangeable key to Quarkus' TLS configuration `admission`, and keeps looking at the files where it comes
/// from files.
///
/// Quarkus' own reload (`quarkus.tls.admission.reload-period`) is not used: it takes a key of another certificate for
/// good, tells nobody when it fails, and rebuilds the TLS engine at every look.
@Singleton
@Identifier("admission")
final class AdmissionKeyStore implements KeyStoreProvider {
    private static final Logger LOG = Logger.getLogger(AdmissionKeyStore.class);

    private final boolean byFiles;
    private final ServingKeys keys;
    private final CertificateFiles files;
    private final CertificateWatch watch;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificate-watch").daemon().factory());

    AdmissionKeyStore(
            CertificateFiles files, SelfManagedCertificate selfManaged, ServingKeys keys, CertificateIntake intake) {
        this.byFiles = !selfManaged.enabled();
        this.keys = keys;
        this.files = files;
        this.watch = new CertificateWatch(files, intake);
    }

    @Override
    public KeyStoreAndKeyCertOptions getKeyStore(Vertx vertx) {
        if (byFiles) {
            // Beside the rest of the start. A handshake before its end fails, as one without a certificate does.
            clockwork.execute(this::look);
        }
        return new KeyStoreAndKeyCertOptions(null, KeyCertOptions.wrap(keys));
    }

    void start(@Observes StartupEvent event) {
        if (!byFiles) {
            return;
        }
        long millis = files.checkInterval().toMillis();
        var _ = clockwork.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /// An exception would end the schedule, and with it every later renewal.
    private void look() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            LOG.error("Looking at the serving certificate failed; the next look follows", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }
}
