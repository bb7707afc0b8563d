package dev.multihoming.webhook.certs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.webhook.certs.Renewal.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The steps of a renewal, with a Secret and a `caBundle` that do as they are told.
class RenewalTest {
    private static final Duration OVERLAP = Duration.ofSeconds(30);
    private static final Duration VALIDITY = Duration.ofDays(90);
    private static final SelfIssuer ISSUER =
            new SelfIssuer(List.of("multihoming-webhook.multihoming-system.svc", "127.0.0.1", "::1"), VALIDITY);

    private Renewal renewal = renewal();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private StoredPair secret = StoredPair.NOTHING;
    private Authorities caBundle = Authorities.NONE;

    @BeforeEach
    void anotherLeader() {
        renewal = renewal();
    }

    @Test
    void whereNobodyServesTheFirstPairIsThereAtOnce() {
        look();

        assertThat(isServedAndTrusted()).isTrue();
        assertThat(caBundle.certificates()).hasSize(1);
        StoredPair first = secret;
        after(Duration.ofDays(1));
        assertThat(secret).isEqualTo(first);
    }

    @Test
    void theNewPairIsTrustedBeforeItIsServedAndTheOldOneForgottenAfterwards() {
        look();
        String first = secret.certificate();
        after(Duration.ofDays(61));
        assertThat(secret.certificate()).isEqualTo(first);
        assertThat(caBundle.certificates()).hasSize(2);
        after(OVERLAP.minusSeconds(1));
        assertThat(secret.certificate()).isEqualTo(first);
        after(Duration.ofSeconds(1));
        assertThat(secret.certificate()).isNotEqualTo(first);
        assertThat(caBundle.certificates()).hasSize(2);
        assertThat(isServedAndTrusted()).isTrue();
        after(OVERLAP);
        assertThat(caBundle.certificates()).hasSize(1);
        assertThat(isServedAndTrusted()).isTrue();
    }

    /// As after an installation whose registration comes months later.
    @Test
    void whereNoneIsRegisteredTheNewPairIsThereAtOnce() {
        look();
        String first = secret.certificate();
        now = now.plus(Duration.ofDays(61));
        Step step = renewal.next(secret, Optional.empty(), now);
        assertThat(step.store())
                .hasValueSatisfying(pair -> assertThat(pair.certificate()).isNotEqualTo(first));
    }

    @Test
    void aLeaderThatGoesInBetweenCostsNothing() {
        look();
        String first = secret.certificate();
        after(Duration.ofDays(61));
        anotherLeader();
        after(OVERLAP);
        assertThat(secret.certificate()).isEqualTo(first);
        assertThat(isServedAndTrusted()).isTrue();
        after(OVERLAP);
        assertThat(secret.certificate()).isNotEqualTo(first);
        after(OVERLAP);
        assertThat(caBundle.certificates()).hasSize(1);
    }

    @Test
    void aSecretThatWasSpoiltIsMadeAnewWhileTheOldPairStaysTrusted() {
        look();
        Authorities old = caBundle;
        secret = new StoredPair("", "-----BEGIN CERTIFICATE-----\nAAAA", secret.key(), secret.since());
        look();
        assertThat(caBundle.hasAll(old)).isTrue();
        assertThat(caBundle.certificates()).hasSize(2);
        after(OVERLAP);
        assertThat(isServedAndTrusted()).isTrue();
        assertThat(caBundle.hasAll(old)).isTrue();
    }

    @Test
    void aKeyOfAnotherCertificateIsNoPair() {
        look();
        secret = new StoredPair(
                secret.authorities(), secret.certificate(), ISSUER.issue(now).key(), now);
        after(Duration.ZERO);
        after(OVERLAP);
        assertThat(isServedAndTrusted()).isTrue();
    }

    @Test
    void aBundleThatWasWipedIsRestored() {
        look();
        Authorities right = caBundle;
        caBundle = Authorities.NONE;
        look();
        assertThat(caBundle).isEqualTo(right);
        caBundle = Authorities.read(ISSUER.issue(now).authority());
        look();
        assertThat(caBundle).isEqualTo(right);
    }

    /// The cluster slept through everything.
    @Test
    void aPairThatHasEndedIsReplaced() {
        look();
        after(VALIDITY.plusDays(1));
        after(OVERLAP);
        assertThat(isServedAndTrusted()).isTrue();
        after(OVERLAP);
        assertThat(caBundle.certificates()).hasSize(1);
    }

    @Test
    void whatIsIssuedIsForItsNamesAndNothingElse() throws Exception {
        look();
        var leaf = secret.usable(now).orElseThrow().leaf();
        assertThat(leaf.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactly("multihoming-webhook.multihoming-system.svc", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    private void after(Duration time) {
        now = now.plus(time);
        look();
    }

    private void look() {
        Step step = renewal.next(secret, Optional.of(caBundle), now);
        caBundle = step.trust();
        step.store().ifPresent(pair -> secret = pair);
    }

    private boolean isServedAndTrusted() {
        return secret.usable(now)
                .filter(pair -> caBundle.verify(pair.chain(), now))
                .isPresent();
    }

    private static Renewal renewal() {
        return new Renewal(ISSUER, OVERLAP);
    }
}
