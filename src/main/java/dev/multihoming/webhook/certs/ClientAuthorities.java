package dev.multihoming.webhook.certs;

import jakarta.inject.Singleton;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// The authorities of client certificates, exchangeable while handshakes run. Before there are any, no client
/// is trusted.
@Singleton
final class ClientAuthorities extends X509ExtendedTrustManager {
    /// A cluster has a few API servers; a client that makes certificates by the hundred only makes us check
    /// them again.
    private static final int MAX_REMEMBERED = 64;

    private static final X509Certificate[] NONE = {};

    private final ClientJournal journal;
    private volatile @Nullable Generation current;

    ClientAuthorities(ClientJournal journal) {
        this.journal = journal;
    }

    /// @param trusted leaves whose chain was found good
    private record Generation(X509ExtendedTrustManager judge, Map<X509Certificate, Boolean> trusted) {}

    /// The next request is judged by these, also on connections that stand.
    void use(Collection<X509Certificate> authorities) throws GeneralSecurityException {
        current = new Generation(judge(authorities), new ConcurrentHashMap<>());
    }

    boolean areKnown() {
        return current != null;
    }

    /// Whether a chain that was shown in a handshake is good at this moment. The handshake's own answer is not enough:
    /// a connection or a resumed session can be older than the authorities, or than the certificate's end.
    boolean trust(X509Certificate[] chain) {
        Generation now = current;
        if (now == null) {
            return false;
        }
        try {
            chain[0].checkValidity();
            if (!now.trusted().containsKey(chain[0])) {
                now.judge().checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
                remember(now.trusted(), chain[0]);
            }
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    private static void remember(Map<X509Certificate, Boolean> trusted, X509Certificate leaf) {
        if (trusted.size() >= MAX_REMEMBERED) {
            trusted.clear();
        }
        trusted.put(leaf, true);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            judge().checkClientTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            journal.refused(ClientRefusal.UNTRUSTED);
            throw e;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge().checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge().checkClientTrusted(chain, authType);
    }

    /// Told to clients, so that they can choose.
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        Generation now = current;
        return now == null ? NONE : now.judge().getAcceptedIssuers();
    }

    private X509ExtendedTrustManager judge() throws CertificateException {
        Generation now = current;
        if (now == null) {
            throw new CertificateException("there are no authorities of client certificates yet");
        }
        return now.judge();
    }

    private static X509ExtendedTrustManager judge(Collection<X509Certificate> authorities)
            throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("an empty store is read from nowhere", e);
        }
        for (X509Certificate authority : authorities) {
            store.setCertificateEntry(Integer.toString(store.size()), authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager judge) {
                return judge;
            }
        }
        throw new GeneralSecurityException("this JDK has no PKIX trust manager");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("no server is called with these");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("no server is called with these");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no server is called with these");
    }
}
