package dev.multihoming.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    @TempDir
    Path folder;

    @Test
    void aProgramEndsWhenItsParentIsKilledWithoutWarning() throws Exception {
        Path log = folder.resolve("log");
        // The shell that is killed takes the place of our JVM: it starts the leash as its child and waits.
        Path program = script("program", "echo started; exec sleep 600");
        Path leashed = script("leashed", leashed(log, "/bin/sh '" + program + "'"));
        Path parent = script("parent", "sh '" + leashed + "' & echo $!; wait");
        Process killed = new ProcessBuilder("/bin/sh", parent.toString()).start();
        long child = Long.parseLong(killed.inputReader().readLine());
        // Before it runs, the leash may not yet have seen whose child it is.
        Eventually.holds(
                "the child to start", () -> Files.exists(log) && log.toFile().length() > 0);

        killed.destroyForcibly().waitFor();

        Eventually.holds(
                "the child to end",
                () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aStandInMayChangeTheArgumentsAndKeepsThemApart() throws Exception {
        Path log = folder.resolve("log");
        Path program = script("program", "for a do echo \"<$a>\"; done");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path standIn = script("stand-in", Leash.standIn(log, program, "set -- \"$@\" last"));
        new ProcessBuilder("/bin/sh", standIn.toString(), "two words", "it's")
                .start()
                .waitFor();
        assertThat(Files.readAllLines(log)).isEqualTo(List.of("<two words>", "<it's>", "<last>"));
    }

    private static String leashed(Path log, String program) {
        return "set -- '%s' %s\n%s".formatted(log, program, BundledText.read("leash.sh"));
    }

    private Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    }
}
