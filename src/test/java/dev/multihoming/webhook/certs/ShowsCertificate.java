package dev.multihoming.webhook.certs;

import dev.multihoming.tls.PemPair;
import dev.multihoming.tls.ServingPair;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/// A client that shows its certificate to everybody, also to a server that would rather see another one.
final class ShowsCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "mine";

    private final ServingPair pair;

    ShowsCertificate(TestPair pair) {
        if (!(PemPair.read(pair.certificateBytes(), pair.keyBytes()) instanceof PemPair.Usable(ServingPair usable))) {
            throw new IllegalArgumentException("The pair is no pair");
        }
        this.pair = usable;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return ALIAS;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return ALIAS;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return pair.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return pair.key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        throw new UnsupportedOperationException("a client");
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        throw new UnsupportedOperationException("a client");
    }
}
