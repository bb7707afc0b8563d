package dev.multihoming.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.cli.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the guides, the README and the page of policies show is what the commands say.
///
/// Behind the word `yaml` a block states its verdict: `allowed`, or `denied`, `warned` or `repaired` and the codes;
/// `policy` is in force for the blocks after it, and `other` is not ours to judge.
class GuidesTest {
    private static final Path GUIDES = Path.of("docs/guides");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|console)([^\\n]*)\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("^\\$ multihoming (.*)$");

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyManifestHasTheVerdictThatTheGuideStates() throws IOException {
        return Stream.concat(guides().stream(), Stream.of(Path.of("docs/policies.md")))
                .map(document -> DynamicTest.dynamicTest(document.toString(), () -> judge(document)));
    }

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsWhatTheCommandPrints() throws IOException {
        List<Path> documents = new ArrayList<>(guides());
        documents.add(Path.of("README.md"));
        return documents.stream()
                .flatMap(document -> blocks(document).stream()
                        .filter(block -> block.group(1).equals("console"))
                        .map(block -> DynamicTest.dynamicTest(
                                document + " "
                                        + block.group(3).lines().findFirst().orElse(""),
                                () -> compare(block.group(3)))));
    }

    private static List<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(GUIDES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<MatchResult> blocks(Path document) {
        return BLOCK.matcher(NodeBehavior.read(document)).results().toList();
    }

    private static void compare(String block) {
        var command = COMMAND.matcher(block.lines().findFirst().orElse(""));
        assertThat(command.matches()).as(block).isTrue();
        CommandRun run = CommandRun.of(command.group(1).split(" ", -1));
        assertThat(block).isEqualTo(command.group() + "\n" + run.out() + run.err());
    }

    private void judge(Path guide) throws IOException {
        Path own = Files.createDirectory(folder.resolve(guide.getFileName()));
        Path policy = own.resolve("policy.yaml");
        List<MatchResult> manifests = blocks(guide).stream()
                .filter(block -> block.group(1).equals("yaml"))
                .filter(block -> !word(block).equals("other"))
                .toList();
        List<String> files = new ArrayList<>();
        for (MatchResult block : manifests) {
            Path file = own.resolve(files.size() + ".yaml");
            files.add(Files.writeString(file, block.group(3)).toString());
        }
        for (int i = 0; i < manifests.size(); i++) {
            MatchResult block = manifests.get(i);
            boolean isPolicy = word(block).equals("policy");
            if (isPolicy) {
                Files.writeString(policy, block.group(3));
            }
            assertThat(verdict(files.get(i), files, policy))
                    .as(guide + ": " + block.group(3))
                    .isEqualTo(isPolicy ? "allowed" : block.group(2).strip());
        }
    }

    private static String word(MatchResult block) {
        return block.group(2).strip().split(" ", 2)[0];
    }

    /// What `check` says of that file, beside the networks of the others.
    private static String verdict(String file, List<String> files, Path policy) throws IOException {
        List<String> command = new ArrayList<>(List.of("check", "--assume-complete", "--output=json"));
        if (Files.exists(policy)) {
            command.addAll(List.of("--policy", policy.toString()));
        }
        command.addAll(files.stream()
                .filter(other -> other.equals(file) || isNetwork(other))
                .toList());
        CommandRun run = CommandRun.of(command.toArray(String[]::new));
        List<JsonNode> problems = new ArrayList<>();
        new ObjectMapper().readTree(run.out()).path("problems").forEach(problems::add);
        problems.removeIf(problem -> !problem.path("file").asText().equals(file));
        if (problems.isEmpty()) {
            return "allowed";
        }
        return problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.path("severity").asText(),
                        Collectors.mapping(
                                problem -> problem.path("code").asText(), Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(effect -> effect.getKey().replace("warning", "warned") + " " + String.join(" ", effect.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static boolean isNetwork(String file) {
        return NodeBehavior.read(Path.of(file)).contains("kind: NetworkAttachmentDefinition");
    }
}
