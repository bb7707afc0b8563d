package dev.multihoming.cli.doctor;

import dev.multihoming.client.ClusterRequests.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What became of a dry run.
///
/// @param by the webhook, policy or other part that decided; empty where none is named
/// @param text a rule's code, or what the API server says
record Verdict(Kind kind, String by, String text) {
    private static final Pattern DENIED =
            Pattern.compile("admission webhook \"([^\"]+)\" denied the request: ?(.*)", Pattern.DOTALL);
    private static final Pattern NOT_CALLED =
            Pattern.compile("failed calling webhook \"([^\"]+)\": ?(.*)", Pattern.DOTALL);
    private static final Pattern SAFETY_NET =
            Pattern.compile("ValidatingAdmissionPolicy 'multihoming-safety-net'[^:]*: ?(.*)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\bMH\\d{3}\\b");
    private static final String OURS = ".multihoming.dev";

    enum Kind {
        ADMITTED,
        /// Admitted, with a warning that names the rule.
        WARNED,
        DENIED_BY_US,
        DENIED_BY_SAFETY_NET,
        /// One of our webhooks could not be called.
        NOT_ANSWERED,
        /// Another webhook, a quota, or a mistake of the request.
        REFUSED_BY_OTHERS,
        NOT_PERMITTED,
        /// The API server did not answer.
        NONE
    }

    /// @param expected the rule that decides; others may be named beside it
    static Verdict of(Reply reply, String expected) {
        if (reply.status() == 0) {
            return new Verdict(Kind.NONE, "", "the API server did not answer");
        }
        if (reply.isSuccess()) {
            Matcher code = CODE.matcher(String.join(" ", reply.warnings()));
            return code.find() ? new Verdict(Kind.WARNED, "", code.group()) : new Verdict(Kind.ADMITTED, "", "");
        }
        return reply.isNotPermitted()
                ? new Verdict(Kind.NOT_PERMITTED, "", reply.message())
                : refused(reply.message(), expected);
    }

    private static Verdict refused(String message, String expected) {
        Matcher notCalled = NOT_CALLED.matcher(message);
        if (notCalled.find()) {
            return new Verdict(
                    notCalled.group(1).endsWith(OURS) ? Kind.NOT_ANSWERED : Kind.REFUSED_BY_OTHERS,
                    notCalled.group(1),
                    notCalled.group(2));
        }
        Matcher denied = DENIED.matcher(message);
        if (denied.find()) {
            String code = code(denied.group(2), expected);
            return denied.group(1).endsWith(OURS) && !code.isEmpty()
                    ? new Verdict(Kind.DENIED_BY_US, denied.group(1), code)
                    : new Verdict(Kind.REFUSED_BY_OTHERS, denied.group(1), denied.group(2));
        }
        Matcher safetyNet = SAFETY_NET.matcher(message);
        return safetyNet.find()
                ? new Verdict(Kind.DENIED_BY_SAFETY_NET, "multihoming-safety-net", safetyNet.group(1))
                : new Verdict(Kind.REFUSED_BY_OTHERS, "", message);
    }

    /// The expected code where the text has it, or else the first; empty for none.
    private static String code(String text, String expected) {
        if (text.contains(expected)) {
            return expected;
        }
        Matcher code = CODE.matcher(text);
        return code.find() ? code.group() : "";
    }
}
