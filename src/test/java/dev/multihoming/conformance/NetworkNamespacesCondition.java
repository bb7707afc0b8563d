package dev.multihoming.conformance;

import dev.multihoming.plane.BuiltOnce;
import dev.multihoming.plane.ShortProgram;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks for what [NeedsNetworkNamespaces] needs.
final class NetworkNamespacesCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("its class is");
        }
        Optional<String> obstacle = obstacle();
        if (obstacle.isEmpty()) {
            return ConditionEvaluationResult.enabled("network namespaces and plugins are there");
        }
        String sentence = context.getDisplayName() + " cannot run: " + obstacle.get();
        return ConditionEvaluationResult.disabled(Skipping.because(sentence));
    }

    private static Optional<String> obstacle() {
        if (!runs("ip", "-V")) {
            return Optional.of("there is no `ip` (install iproute2)");
        }
        if (!runs("nft", "--version")) {
            return Optional.of("there is no `nft` (install nftables), which the bridge plugin's macspoofchk needs");
        }
        // A probe rather than the user's id: root in a container may not be allowed to either.
        String probe = "mh-conformance-" + ProcessHandle.current().pid() + "-probe";
        if (!runs("ip", "netns", "add", probe)) {
            return Optional.of("`ip netns add` fails (it needs root)");
        }
        runs("ip", "netns", "del", probe);
        return BuiltOnce.of("cni-plugins").isPresent()
                ? Optional.empty()
                : Optional.of("there is no Go to build the plugins with");
    }

    private static boolean runs(String... command) {
        try {
            return new ShortProgram(List.of(command), Map.of()).run("").succeeded();
        } catch (UncheckedIOException _) {
            return false;
        }
    }
}
