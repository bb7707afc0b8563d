package dev.multihoming.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kube-apiserver that ends while it starts, as one does whose port somebody else took first.
class ControlPlaneStartIT {
    @TempDir
    Path folder;

    @Test
    void itIsStartedAgain() throws IOException {
        try (ControlPlane plane =
                start("""
                #!/bin/sh
                if mkdir '%s'; then
                    echo address already in use
                    exit 1
                fi
                exec '%s' "$@"
                """.formatted(folder.resolve("tried"), Programs.find().apiServer()))) {
            plane.kubectl().run("get", "namespace", "default").orThrow("Asking for a namespace");
        }
        assertThat(folder.resolve("tried")).isDirectory();
    }

    @Test
    void whereItNeverDoesItsLastWordsAreTheAnswer() throws IOException {
        assertThatThrownBy(() -> start("#!/bin/sh\necho address already in use\nexit 1\n"))
                .isInstanceOf(PlaneException.class)
                .hasMessageContaining("address already in use");
    }

    /// With an API server that is that script, and no controllers.
    private ControlPlane start(String apiServer) throws IOException {
        Programs real = Programs.find();
        var programs =
                new Programs(Files.createDirectory(folder.resolve(real.folder().getFileName())));
        Files.createSymbolicLink(programs.etcd(), real.etcd());
        Files.createSymbolicLink(programs.kubectl(), real.kubectl());
        Files.writeString(programs.apiServer(), apiServer);
        Files.setPosixFilePermissions(programs.apiServer(), PosixFilePermissions.fromString("rwxr-xr-x"));
        return ControlPlane.start(programs, folder.resolve("plane"), Map.of(), Optional.empty());
    }
}
