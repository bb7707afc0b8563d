package dev.multihoming.webhook.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.ConfigMapListBuilder;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.internal.AbstractWatchManager;
import io.fabric8.kubernetes.client.informers.impl.ListerWatcher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Lists and watches as a test says, for a real informer.
final class FakeLists implements ListerWatcher<ConfigMap, ConfigMapList> {
    private List<ConfigMap> held = List.of();
    private Runnable afterTheList = () -> {};
    private @Nullable Watcher<ConfigMap> watcher;

    void hold(ConfigMap... things) {
        held = List.of(things);
    }

    /// Runs when the watch begins, before the informer counts as started.
    void afterTheList(Runnable change) {
        afterTheList = change;
    }

    void happens(Action action, ConfigMap thing) {
        watcher().eventReceived(action, thing);
    }

    void expire(WatcherException expired) {
        watcher().onClose(expired);
    }

    private Watcher<ConfigMap> watcher() {
        if (watcher == null) {
            throw new AssertionError("nobody watches");
        }
        return watcher;
    }

    @Override
    public CompletableFuture<ConfigMapList> submitList(ListOptions options) {
        return CompletableFuture.completedFuture(new ConfigMapListBuilder()
                .withNewMetadata()
                .withResourceVersion("10")
                .endMetadata()
                .withItems(held)
                .build());
    }

    @Override
    public CompletableFuture<AbstractWatchManager<ConfigMap>> submitWatch(
            ListOptions options, Watcher<ConfigMap> watcher) {
        this.watcher = watcher;
        Runnable change = afterTheList;
        afterTheList = () -> {};
        change.run();
        // An informer does without a connection that it could close.
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public @Nullable Long getLimit() {
        return null;
    }

    @Override
    public int getWatchReconnectInterval() {
        return 1;
    }

    @Override
    public String getApiEndpointPath() {
        return "things";
    }

    @Override
    public Config getConfig() {
        return Config.empty();
    }
}
