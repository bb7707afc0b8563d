package dev.multihoming.webhook.certs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.tls.ServingKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateWatchTest {
    @TempDir
    Path folder;

    private final ServingKeys keys = new ServingKeys();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private CertificateWatch watch;

    private record Folder(Path certificate, Path key) implements CertificateFiles {
        @Override
        public Duration checkInterval() {
            return Duration.ofSeconds(5);
        }
    }

    @BeforeEach
    void watchTheFolder() {
        var files = new Folder(folder.resolve("tls.crt"), folder.resolve("tls.key"));
        watch = new CertificateWatch(
                files, new CertificateIntake(keys, new CertificateJournal(meters, keys), InstantSource.system()));
    }

    @Test
    void filesThatAppearLaterAreTakenUp() throws IOException {
        watch.look();
        watch.look();
        assertThat(keys.inUse()).isEmpty();
        assertThat(count("unreadable")).isEqualTo(1);
        write(TestPair.ec(1));
        watch.look();
        assertThat(serialInUse()).isEqualTo(1);
    }

    @Test
    void aNewPairReplacesTheOldOneOnce() throws IOException {
        write(TestPair.ec(1));
        watch.look();
        write(TestPair.rsa(2));
        watch.look();
        watch.look();
        assertThat(serialInUse()).isEqualTo(2);
        assertThat(count("accepted")).isEqualTo(2);
    }

    @Test
    void aBadPairIsRefusedOnceAndTheOldOneStays() throws IOException {
        TestPair good = TestPair.ec(1);
        write(good);
        watch.look();
        Files.writeString(folder.resolve("tls.key"), TestPair.ec(2).pkcs8());
        watch.look();
        watch.look();
        assertThat(serialInUse()).isEqualTo(1);
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void filesThatVanishTakeNothingAway() throws IOException {
        write(TestPair.ec(1));
        watch.look();
        Files.delete(folder.resolve("tls.crt"));
        watch.look();
        assertThat(serialInUse()).isEqualTo(1);
        assertThat(count("unreadable")).isEqualTo(1);
    }

    @Test
    void anExpiredPairServesOnlyWhereThereIsNoBetter() throws IOException {
        Instant past = Instant.now().minus(Duration.ofDays(1));
        write(TestPair.expiring(1, past));
        watch.look();
        assertThat(serialInUse()).isEqualTo(1);
        write(TestPair.ec(2));
        watch.look();
        write(TestPair.expiring(3, past));
        watch.look();
        assertThat(serialInUse()).isEqualTo(2);
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void theExpiryIsAMetric() throws IOException {
        var gauge = meters.get("multihoming.certificate.expiration.timestamp").gauge();
        assertThat(gauge.value()).isZero();
        Instant expiry = Instant.parse("2099-01-01T00:00:00Z");
        write(TestPair.expiring(1, expiry));
        watch.look();
        assertThat(gauge.value()).isEqualTo((double) expiry.getEpochSecond());
    }

    @Test
    void aHandshakeThatBeganBeforeTheExchangeEndsWithItsOwnPair() throws IOException {
        write(TestPair.ec(1));
        watch.look();
        String alias = Objects.requireNonNull(keys.chooseEngineServerAlias("EC", null, null));
        write(TestPair.ec(2));
        watch.look();
        X509Certificate[] chain = Objects.requireNonNull(keys.getCertificateChain(alias));
        assertThat(chain[0].getSerialNumber().longValue()).isEqualTo(1);
        assertThat(keys.chooseEngineServerAlias("RSA", null, null)).isNull();
    }

    private void write(TestPair pair) throws IOException {
        Files.writeString(folder.resolve("tls.crt"), pair.certificate());
        Files.writeString(folder.resolve("tls.key"), pair.pkcs8());
    }

    private long serialInUse() {
        return keys.inUse().orElseThrow().leaf().getSerialNumber().longValue();
    }

    private double count(String outcome) {
        return meters.get("multihoming.certificate.reloads")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
