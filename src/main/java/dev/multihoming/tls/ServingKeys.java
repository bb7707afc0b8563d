package dev.multihoming.tls;

import jakarta.inject.Singleton;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// The one key that TLS handshakes are answered with, exchangeable while they run.
///
/// Before there is one, handshakes fail and the process stays up. A handshake asks thrice (which key, its chain, its
/// private part), so a pair that was just replaced is still found by its alias.
@Singleton
public final class ServingKeys extends X509ExtendedKeyManager {
    private volatile @Nullable Generation current;

    private record Generation(
            String alias, ServingPair pair, @Nullable Generation previous) {}

    /// The next handshake gets this pair. Called by one thread at a time.
    public void use(ServingPair pair) {
        Generation old = current;
        Generation kept = old == null ? null : new Generation(old.alias(), old.pair(), null);
        int number = old == null ? 1 : Integer.parseInt(old.alias()) + 1;
        current = new Generation(Integer.toString(number), pair, kept);
    }

    /// The pair that is served; empty before there is one.
    public Optional<ServingPair> inUse() {
        return Optional.ofNullable(current).map(Generation::pair);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        Generation now = current;
        return now != null && now.pair().key().getAlgorithm().equals(keyType) ? now.alias() : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return find(alias)
                .map(pair -> pair.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return find(alias).map(ServingPair::key).orElse(null);
    }

    private Optional<ServingPair> find(String alias) {
        for (Generation generation = current; generation != null; generation = generation.previous()) {
            if (generation.alias().equals(alias)) {
                return Optional.of(generation.pair());
            }
        }
        return Optional.empty();
    }

    /// These keys serve; they never call out.
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
