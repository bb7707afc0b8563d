package dev.multihoming.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A folder for one run of kube-api-test, in the layout that it wants. It writes keys and certificates there, with no
/// lock between processes and never anew when they expire, so the shared cache cannot be that folder.
/// Programs stand in for etcd and kube-apiserver which correct the command lines that kube-api-test fixes.
record PrivateLayout(Path home) {
    /// kube-api-test lets etcd, which asks for no password, listen on every interface of the machine.
    private static final String ETCD_STAYS_LOCAL = """
            for argument do
                shift
                case $argument in
                    http://0.0.0.0:*) set -- "$@" "http://127.0.0.1:${argument##*:}" ;;
                    *) set -- "$@" "$argument" ;;
                esac
            done
            set -- "$@" --unsafe-no-fsync
            """;

    /// kube-api-test switches the ServiceAccount plugin off, in a way that flags of ours cannot undo.
    /// Pods here shall look like those of a cluster, token volume included.
    private static final String SERVICE_ACCOUNTS_ON = """
            for argument do
                shift
                case $argument in
                    --disable-admission-plugins | ServiceAccount) ;;
                    *) set -- "$@" "$argument" ;;
                esac
            done
            """;

    private static final String UNCHANGED = "";

    void prepare(Programs programs, Optional<EtcdDetour> detour) {
        Path folder = home.resolve("k8s").resolve(programs.folder().getFileName());
        try {
            Files.createDirectories(folder);
            Files.createDirectories(logs());
            Files.createSymbolicLink(folder.resolve("kubectl"), programs.kubectl());
            // The plugin refuses every pod until somebody has made service accounts: the controllers.
            String edit = programs.controllerManager().isPresent() ? SERVICE_ACCOUNTS_ON : UNCHANGED;
            if (detour.isPresent()) {
                int proxy = detour.get().proxy();
                write(
                        folder.resolve("kube-apiserver"),
                        keptStandIn(programs.apiServer(), edit + EtcdDetour.edit(proxy)));
            } else {
                standIn(folder, programs.apiServer(), edit);
            }
            String port = detour.map(to -> EtcdDetour.edit(to.etcd())).orElse(UNCHANGED);
            standIn(folder, programs.etcd(), port + ETCD_STAYS_LOCAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path kubeconfig() {
        return home.resolve("kubeconfig");
    }

    Path apiServerKey() {
        return home.resolve("apiserver.key");
    }

    Path apiServerCertificate() {
        return home.resolve("apiserver.crt");
    }

    private void standIn(Path folder, Path program, String edit) throws IOException {
        write(folder.resolve(program.getFileName()), Leash.standIn(log(program), program, edit));
    }

    /// For a program that is started again whenever it ends.
    private String keptStandIn(Path program, String edit) throws IOException {
        Path keeper = home.resolve("keep-" + program.getFileName());
        write(keeper, Leash.keeper(log(program), program));
        return Leash.standIn(logs().resolve("keeper.log"), keeper, edit);
    }

    Path log(Path program) {
        return logs().resolve(program.getFileName() + ".log");
    }

    private static void write(Path script, String text) throws IOException {
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
