package dev.multihoming.console.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import dev.multihoming.tls.PemPair;
import dev.multihoming.tls.ServingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The serving certificate in two files, as a mounted Secret has it. A renewed one is taken without a restart.
public final class ConsoleCertificate {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Path certificate;
    private final Path key;
    private final InstantSource clock;
    private final ServingKeys keys = new ServingKeys();
    private byte[] seen = {};
    private Instant lookAgain = Instant.MIN;

    private ConsoleCertificate(Path certificate, Path key, InstantSource clock) {
        this.certificate = certificate;
        this.key = key;
        this.clock = clock;
    }

    /// The certificate that the files have now.
    ///
    /// @throws IOException where there is none that can be used; the message is a clause
    public static ConsoleCertificate read(Path certificate, Path key, InstantSource clock) throws IOException {
        ConsoleCertificate read = new ConsoleCertificate(certificate, key, clock);
        read.look();
        return read;
    }

    /// Looks for a renewed pair at most every few seconds. A pair that cannot be used, such as one that is written
    /// at this moment, leaves the old one in place.
    private synchronized void lookAgain() {
        if (clock.instant().isBefore(lookAgain)) {
            return;
        }
        try {
            look();
        } catch (IOException _) {
            lookAgain = clock.instant().plus(LOOK_EVERY);
        }
    }

    private synchronized void look() throws IOException {
        lookAgain = clock.instant().plus(LOOK_EVERY);
        byte[] chain = Files.readAllBytes(certificate);
        if (keys.inUse().isPresent() && Arrays.equals(chain, seen)) {
            return;
        }
        switch (PemPair.read(chain, Files.readAllBytes(key))) {
            case PemPair.Usable usable -> {
                keys.use(usable.pair());
                seen = chain;
            }
            case PemPair.Refused refused -> throw new IOException(refused.reason());
        }
    }

    HttpsConfigurator configurator() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    lookAgain();
                    SSLParameters chosen = getSSLContext().getDefaultSSLParameters();
                    chosen.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                    parameters.setSSLParameters(chosen);
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
