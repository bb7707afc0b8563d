package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.ServingCertificate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the console in a cluster does not start with.
class ConsoleServerCommandTest {
    @TempDir
    private Path folder;

    private ServingCertificate pair;

    @BeforeEach
    void aCertificateIsThere() {
        pair = ServingCertificate.writeInto(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=0", "--address=0.0.0.0", "--address=::"})
    void itDoesNotTakeTokensWithoutTls(String address) {
        assertThat(refusal(address)).contains("Tokens are sent over TLS only: give --tls-certificate and --tls-key");
    }

    @Test
    void itDoesNotSendTokensWithoutTls() {
        assertThat(refusal("--address=127.0.0.1", "--api-server=http://127.0.0.1:1"))
                .contains("must be an https:// URL");
    }

    @Test
    void aPairThatDoesNotFitIsNamed() throws IOException {
        String other =
                ServingCertificate.writeInto(folder.resolve("other")).key().toString();
        assertThat(refusal("--tls-certificate=" + pair.certificate(), "--tls-key=" + other))
                .contains("The serving certificate cannot be used: the key is not the key of the certificate.");
        assertThat(refusal("--tls-certificate=" + pair.certificate())).contains("go together");
        Path absent = folder.resolve("absent");
        assertThat(refusal("--tls-certificate=" + absent, "--tls-key=" + pair.key()))
                .contains("The file " + absent + " cannot be read.");
        Files.writeString(pair.certificate(), "");
        assertThat(refusal("--tls-certificate=" + pair.certificate(), "--tls-key=" + pair.key()))
                .contains("the certificate file holds none in PEM form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--idle=0s", "--idle=soon", "--longest=-1h"})
    void aDurationIsPositive(String option) {
        assertThat(refusal(option)).contains("is not a duration such as 15m or 8h");
    }

    private String refusal(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("console-server", "--api-server=https://127.0.0.1:1", "--api-server-ca=" + pair.certificate()));
        for (String option : options) {
            if (option.startsWith("--api-server=")) {
                arguments.remove(1);
            }
            arguments.add(option);
        }
        StringWriter err = new StringWriter();
        int exit = Commands.commandLine("").setErr(new PrintWriter(err)).execute(arguments.toArray(String[]::new));
        assertThat(exit).isEqualTo(ExitCode.COULD_NOT_RUN);
        return err.toString();
    }
}
