package dev.multihoming.webhook.certs;

import dev.multihoming.tls.ServingKeys;
import dev.multihoming.webhook.schedule.PeriodicTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Hands the exchangeable key to Quarkus' TLS configuration `admission`, and keeps looking at the files where it comes
/// from files.
///
/// Quarkus' own reload (`quarkus.tls.admission.reload-period`) is not used: it takes a key of another certificate for
/// good, does not say when it fails, and rebuilds the TLS engine at every look.
@Singleton
@Identifier("admission")
final class AdmissionKeyStore implements KeyStoreProvider {
    private final boolean byFiles;
    private final ServingKeys keys;
    private final CertificateFiles files;
    private final CertificateWatch watch;
    private final PeriodicTask task = new PeriodicTask("certificate-watch");

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
            task.start(watch::look, Duration.ZERO, files.checkInterval());
        }
        return new KeyStoreAndKeyCertOptions(null, KeyCertOptions.wrap(keys));
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }
}
