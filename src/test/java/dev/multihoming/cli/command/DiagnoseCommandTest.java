package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnoseCommandTest {
    @Test
    void tellsCauseRemedyAndRules() {
        var run = CommandRun.of(
                "diagnose", "--event", "plugin type=\"multus\" failed (add): failed to find plugin \"x\"");
        assertThat(run.out()).contains("Cause   The plugin's binary is not on this node.", "MH220");
    }

    @Test
    void whatOnlyTheNodeCanTellHasNoRule() {
        var run = CommandRun.of("diagnose", "--event", "dial unix /run/cni/dhcp.sock: connect: no such file");
        assertThat(run.out()).contains("The DHCP daemon does not run").doesNotContain("Rules");
    }

    @Test
    void printsOthersTextOnOneLineAndWithoutEscapes() {
        var run = CommandRun.of("diagnose", "--event", "who \u001b[2Jknows\nCause   forged\u202e");
        assertThat(run.out()).contains("who ?[2Jknows?Cause   forged?").doesNotContain("\u001b");
    }
}
