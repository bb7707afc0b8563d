package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/// "Try it" says of every fixture what `multihoming check -` prints of it.
class ConsoleParityTest {
    private final ConsoleEngine engine = engine();

    @TestFactory
    Stream<DynamicTest> tryItPrintsWhatTheCommandPrints() {
        return Fixtures.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.toString(), () -> isTheSame(fixture)));
    }

    private void isTheSame(Fixture fixture) throws IOException {
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

    private static ConsoleEngine engine() {
        JudgingOptions judging = new JudgingOptions();
        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create()
                .addMixin("judging", CommandLine.Model.CommandSpec.forAnnotatedObject(judging)));
        assertThat(line.parseArgs().unmatched()).isEmpty();
        return new ConsoleEngine(List.of(), judging);
    }
}
