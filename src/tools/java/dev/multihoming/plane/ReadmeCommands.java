package dev.multihoming.plane;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands that the README tells an administrator, run by a shell against one control plane.
///
/// @param installation the folder of the administrator's own kustomization, which is `.` in the README
/// @param patience seconds after which bin/register gives up each of its waits
public record ReadmeCommands(Kubectl kubectl, String installation, int patience) {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    /// All that are told under a heading, in their order.
    public static List<String> under(String heading) {
        try {
            String readme = Files.readString(Path.of("README.md"));
            String section = readme.split("\n###? " + Pattern.quote(heading) + "\n", 2)[1]
                    .split("\n##", 2)[0];
            return BLOCK.matcher(section)
                    .results()
                    .map(block -> block.group(1))
                    .flatMap(String::lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProgramOutcome run(String command) {
        String path = kubectl.program().getParent() + File.pathSeparator + System.getenv("PATH");
        var environment = Map.of(
                "KUBECONFIG", kubectl.kubeconfig().toString(),
                "KUBECACHEDIR",
                        kubectl.kubeconfig().resolveSibling("kubectl-cache").toString(),
                "KUBERC", "off",
                "MULTIHOMING_PATIENCE", Integer.toString(patience),
                "PATH", path);
        String here = command.replaceFirst(" -k \\.$", Matcher.quoteReplacement(" -k " + installation));
        return new ShortProgram(List.of("sh", "-c", here), environment).run("");
    }

    /// Each must succeed.
    public void runAll(String... commands) {
        Arrays.stream(commands).forEach(command -> run(command).orThrow(command));
    }
}
