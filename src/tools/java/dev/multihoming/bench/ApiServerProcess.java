package dev.multihoming.bench;

import java.util.Optional;

/// The kube-apiserver that this process has started.
final class ApiServerProcess {
    private ApiServerProcess() {}

    static Optional<ProcessHandle> find() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("kube-apiserver"))
                .findFirst();
    }
}
