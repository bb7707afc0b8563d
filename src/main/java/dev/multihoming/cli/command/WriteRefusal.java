package dev.multihoming.cli.command;

import dev.multihoming.cli.explain.RulePages;
import dev.multihoming.client.NetworkWriter.Answer;
import dev.multihoming.client.NetworkWriter.Mode;
import dev.multihoming.console.engine.Writes.NotWritten;
import dev.multihoming.console.engine.Writes.Verb;
import dev.multihoming.core.multus.NadRef;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why the API server does not write a network: a sentence that says what is missing and what still works, and the
/// message as it came. The sentence depends on the parts of a message that the API server writes, never on those that
/// a webhook writes.
final class WriteRefusal {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Pattern RULE = Pattern.compile("\\bMH\\d{3}\\b");
    private static final Pattern DENIED = Pattern.compile("^admission webhook \"[^\"]*\" denied the request");
    private static final Pattern DENIED_BY_POLICY =
            Pattern.compile("^\\S+ \"[^\"]*\" is forbidden: ValidatingAdmissionPolicy ");
    private static final Pattern WEBHOOK_DOWN =
            Pattern.compile("^Internal error occurred: failed calling webhook \"([^\"]*)\"");

    /// With the verb that is missing: before a deletion the network is read, for instance.
    private static final Pattern NO_RIGHTS =
            Pattern.compile("^\\S+(?: \"[^\"]*\")? is forbidden: User \"(?:[^\"\\\\]|\\\\.)*\" cannot (\\w+) resource");

    private static final Pattern NO_NAMESPACE = Pattern.compile("^namespaces \"[^\"]*\" not found");

    private static final String STILL = " Drafts are still checked, and can be downloaded.";

    private WriteRefusal() {}

    static boolean isConflict(Answer answer) {
        String message = message(answer);
        return answer.status() == HttpURLConnection.HTTP_CONFLICT
                && !DENIED.matcher(message).find();
    }

    static NotWritten of(Verb verb, NadRef ref, Answer answer, Mode mode) {
        String message = message(answer);
        List<String> rules = RULE.matcher(message)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(code -> RulePages.rule(code).isPresent())
                .toList();
        return new NotWritten(sentence(verb, ref, answer, message, mode), message, rules, false, "", "");
    }

    static NotWritten existsAlready(NadRef ref, String current, String asked) {
        return new NotWritten(
                "There is a network %s already; it was not changed. Choose another name, or open that network and change it."
                        .formatted(ref),
                "",
                List.of(),
                true,
                current,
                asked);
    }

    static NotWritten changedMeanwhile(NadRef ref, String current, String asked) {
        return new NotWritten(
                "The network %s was changed by someone else after you opened it. Nothing was overwritten."
                        .formatted(ref),
                "",
                List.of(),
                true,
                current,
                asked);
    }

    private static String sentence(Verb verb, NadRef ref, Answer answer, String message, Mode mode) {
        if (DENIED.matcher(message).find()) {
            return "An admission webhook of the cluster denies this. Nothing was written. Correct what the message names,"
                    + " then try again.";
        }
        if (DENIED_BY_POLICY.matcher(message).find()) {
            return "An admission policy of the cluster denies this. Nothing was written. Correct what the message names,"
                    + " then try again.";
        }
        if (WEBHOOK_DOWN.matcher(message).find()) {
            return "The API server cannot call an admission webhook that must judge this, so nothing was written. Ask an"
                    + " administrator to look at that webhook." + STILL;
        }
        return ofStatus(verb, ref, answer.status(), message, mode);
    }

    private static String ofStatus(Verb verb, NadRef ref, int status, String message, Mode mode) {
        return switch (status) {
            case 0 ->
                mode == Mode.DRY_RUN
                        ? "The cluster does not answer. Nothing was written." + STILL
                        : "The cluster did not answer. Whether %s was written is unknown: look at Networks before you"
                                        .formatted(ref)
                                + " try again.";
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                "The cluster rejected your credentials: your login may have expired. Nothing was written. Log in again,"
                        + " then retry." + STILL;
            case HttpURLConnection.HTTP_FORBIDDEN -> forbidden(ref, message);
            case HttpURLConnection.HTTP_NOT_FOUND -> notFound(verb, ref, message);
            case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE ->
                "The API server rejected this object. Nothing was written. Correct what the message names, then try again.";
            case TOO_MANY_REQUESTS -> "The API server is busy. Nothing was written. Try again in a moment.";
            default -> "The API server answered with status %d.".formatted(status) + STILL;
        };
    }

    private static String forbidden(NadRef ref, String message) {
        Matcher missing = NO_RIGHTS.matcher(message);
        return missing.find()
                ? ("You may not %s networks in namespace %s. Nothing was written. Ask an administrator for the verb %s on"
                                        + " network-attachment-definitions.")
                                .formatted(word(missing.group(1)), ref.namespace(), missing.group(1))
                        + STILL
                : "The API server forbids this. Nothing was written." + STILL;
    }

    private static String notFound(Verb verb, NadRef ref, String message) {
        if (NO_NAMESPACE.matcher(message).find()) {
            return "There is no namespace %s. Nothing was written. Create it, or choose another one."
                    .formatted(ref.namespace());
        }
        if (verb == Verb.CREATE || !message.contains("\"" + ref.name() + "\" not found")) {
            return "The cluster has no NetworkAttachmentDefinitions: Multus is not installed in it. Nothing was written."
                    + STILL;
        }
        return verb == Verb.REPLACE
                ? "There is no network %s in the cluster, so nothing was replaced. To create it, remove uid and"
                                .formatted(ref)
                        + " resourceVersion from the YAML."
                : "There is no network %s in the cluster.".formatted(ref);
    }

    /// What a person calls it.
    private static String word(String verb) {
        return switch (verb) {
            case "get" -> "read";
            case "update" -> "change";
            default -> verb;
        };
    }

    private static String message(Answer answer) {
        return answer.body().path("message").asText();
    }
}
