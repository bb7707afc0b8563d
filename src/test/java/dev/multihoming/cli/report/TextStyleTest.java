package dev.multihoming.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.cli.command.CommandRun;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

class TextStyleTest {
    @Test
    void boldTextEndsWithNormalIntensity() {
        assertThat(TextStyle.apply("denied", TextStyle.BOLD)).isEqualTo("\u001B[1mdenied\u001B[22m");
    }

    @Test
    void stylesEndInTheReverseOrder() {
        assertThat(TextStyle.apply("denied", TextStyle.BOLD, TextStyle.RED))
                .isEqualTo("\u001B[1m\u001B[31mdenied\u001B[39m\u001B[22m");
    }

    @Test
    void theUsageHasNoDoubleUnderline() {
        assertThat(CommandRun.commands()
                        .getUsageMessage(new ColorScheme.Builder(TextStyle.colorScheme())
                                .ansi(Ansi.ON)
                                .build()))
                .contains("\u001B[1mmultihoming\u001B[22m")
                .doesNotContain("\u001B[21m");
    }
}
