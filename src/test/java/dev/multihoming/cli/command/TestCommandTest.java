package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/// Above all: a test that checks nothing does not pass.
class TestCommandTest {
    private static final String TEST = """
            apiVersion: multihoming.dev/v1alpha1
            kind: PolicyTest
            policies: [policies.yaml]
            cluster: [cluster.yaml]
            now: "2026-06-01T00:00:00Z"
            cases:
              - name: moving
                object: pods/mover.yaml
                expect: {exempt: [MH105]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheExample() throws IOException {
        Files.createDirectory(folder.resolve("pods"));
        for (String file : new String[] {"policies.yaml", "cluster.yaml", "pods/mover.yaml"}) {
            Files.copy(Path.of("demo/policy-tests", file), folder.resolve(file));
        }
    }

    @Test
    void theExampleOfTheDocumentsGoesAsExpected() {
        CommandRun run = CommandRun.of("test", "demo/policy-tests");

        assertThat(run.out()).contains("\n10 cases, 0 failed.\n").doesNotContain("FAIL");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatWentOtherwiseIsToldWithExpectedGotAndWhy() throws IOException {
        CommandRun run = test(TEST.replace("exempt: [MH105]", "denied: [MH105], warned: [missing-network]"));

        assertThat(run.out())
                .contains("FAIL  ", ": moving\n")
                .contains("      expected  denied MH105, warned MH107\n")
                .contains("      got       exempt MH105\n")
                .contains(
                        "      because   MH105 cross-namespace-network is exempt by \"move-of-storage\" (storage moves")
                .contains(
                        "      because   MH107 missing-network found nothing; the policy \"production\" has it as Warn\n")
                .endsWith("\n1 case, 1 failed.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anExemptionIsOverWhenItIsOver() throws IOException {
        CommandRun run = test(TEST.replace("2026-06-01", "2027-06-01"));

        assertThat(run.out()).contains("got       denied MH105").contains("denies: ", "has it as Enforce");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whoGovernsIsComparedToo() throws IOException {
        CommandRun run = test(TEST + "    policy: lab\n");

        assertThat(run.out())
                .contains("expected  exempt MH105, under the policy lab")
                .contains("got       exempt MH105, under the policy production")
                .contains("because   it is governed by the policy \"production\"");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatTheWebhookIsNotAskedAboutIsNoPass() throws IOException {
        CommandRun run = test(TEST.replace("object: pods/mover.yaml", "object: {apiVersion: v1, kind: ConfigMap}")
                .replace("{exempt: [MH105]}", "allowed"));

        assertThat(run.out()).contains("got       not asked").contains("the case would check nothing");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [MH105]               | [MH999]                | names the rule "MH999", which there is not
            [MH105]               | [cross-namespace]      | names the rule "cross-namespace", which there is not
            [MH105]               | []                     | names no rule that should be exempt
            {exempt: [MH105]}     | {excused: [MH105]}     | has no key "excused"; its keys are denied, warned, repaired, counted, exempt
            {exempt: [MH105]}     | fine                   | needs expect: allowed, not-asked, or rules
            {exempt: [MH105]}     | {}                     | needs expect: allowed, not-asked, or rules
            expect:               | expected:              | has no key "expected"
            pods/mover.yaml       | pods/gone.yaml         | names the file "pods/gone.yaml", which there is not
            pods/mover.yaml       | cluster.yaml           | needs one object, not 4
            [policies.yaml]       | [cluster.yaml]         | holds neither a MultiHomingPolicy nor a MultiHomingExemption
            [policies.yaml]       | [gone.yaml]            | There is no file or folder
            2026-06-01T00:00:00Z  | yesterday              | has a now that is no time
            v1alpha1              | v2                     | should have apiVersion: multihoming.dev/v1alpha1
            name: moving          | name: ""               | needs name
            """)
    void whatIsNotUnderstoodIsAnError(String here, String instead, String sentence) throws IOException {
        CommandRun run = test(TEST.replace(here, instead));

        assertThat(run.err()).contains("test.yaml").contains(sentence);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutTestsAndATestWithoutCasesAreErrors() throws IOException {
        assertThat(CommandRun.of("test", folder.toString()))
                .satisfies(run -> assertThat(run.err()).contains("there is no test here"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2));
        CommandRun empty = test(TEST.substring(0, TEST.indexOf("cases:")) + "cases: []\n");
        assertThat(empty.err()).contains("it has no cases.");
        assertThat(empty.exitCode()).isEqualTo(2);
    }

    @Test
    void twoCasesOfOneNameAndAKeyThatStandsTwiceAreErrors() throws IOException {
        String again = TEST.substring(TEST.indexOf("  - name"));
        assertThat(test(TEST + again).err()).contains("case 2 has the name of another one");
        assertThat(test(TEST + "    expect: allowed\n").err()).contains("cannot be read");
    }

    @Test
    void ciServersGetJUnit() throws Exception {
        Files.writeString(folder.resolve("test.yaml"), TEST.replace("exempt: [MH105]", "denied: [MH105]"));
        CommandRun run = CommandRun.of("test", folder.toString(), "-o", "junit");

        Element suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("expected denied MH105; got exempt MH105");
        assertThat(failure.getTextContent()).contains("move-of-storage");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private CommandRun test(String text) throws IOException {
        Files.writeString(folder.resolve("test.yaml"), text);
        return CommandRun.of("test", folder.toString());
    }
}
