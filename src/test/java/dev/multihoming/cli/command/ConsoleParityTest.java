package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// "Try it" says of every fixture what `multihoming check -` prints of it.
class ConsoleParityTest {
    @TestFactory
    Stream<DynamicTest> tryItPrintsWhatTheCommandPrints(@TempDir Path folder) throws IOException {
        // On files, so that no kubeconfig of this machine has a say.
        ConsoleEngine engine = Consoles.engine(
                Files.writeString(folder.resolve("none.yaml"), "{}\n").toString());
        return Fixtures.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.toString(), () -> isTheSame(engine, fixture)));
    }

    private static void isTheSame(ConsoleEngine engine, Fixture fixture) throws IOException {
        byte[] text = Files.readAllBytes(fixture.file());
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(text));
            assertThat(engine.check(new String(text, StandardCharsets.UTF_8)).text())
                    .isNotEmpty()
                    .isEqualTo(CommandRun.of("check", "-").out());
        } finally {
            System.setIn(before);
        }
    }
}
