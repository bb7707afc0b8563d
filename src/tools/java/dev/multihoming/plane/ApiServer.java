package dev.multihoming.plane;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPITestException;
import org.jspecify.annotations.Nullable;

/// kube-api-test's etcd and kube-apiserver, but for what it makes of one that ends by itself: it would wait for the
/// rest of its patience for somebody who is gone, and fail at the stop, when all is stopped and cleaned up already.
final class ApiServer extends KubeAPIServer {
    private final Object lock = new Object();
    private @Nullable Thread starter;
    private boolean ended;
    private boolean stopped;

    ApiServer(KubeAPIServerConfig config) {
        super(config);
    }

    /// Returns when it is ready. Once etcd or kube-apiserver has ended there is nothing to wait for.
    @Override
    public void start() {
        synchronized (lock) {
            starter = Thread.currentThread();
        }
        try {
            super.start();
        } catch (KubeAPITestException e) {
            if (!isEnded()) {
                throw e;
            }
        } finally {
            synchronized (lock) {
                starter = null;
            }
        }
        if (isEnded()) {
            // The interruption was ours, and has served.
            boolean _ = Thread.interrupted();
            throw new EndedException();
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            if (!stopped) {
                stopped = true;
                super.stop();
            }
        }
    }

    @Override
    public void processStopped(Process process) {
        stop();
        synchronized (lock) {
            ended = true;
            if (starter != null) {
                starter.interrupt();
            }
        }
    }

    private boolean isEnded() {
        synchronized (lock) {
            return ended;
        }
    }

    /// Its start did not fail by what it waited for: a process of it is gone.
    static final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
