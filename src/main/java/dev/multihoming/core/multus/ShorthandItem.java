package dev.multihoming.core.multus;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A well-formed `namespace/name@interface` that stands where JSON was due, for remedies that name the value
/// to write.
record ShorthandItem(String namespace, String name, String interfaceName) {
    private static final Pattern FORM = Pattern.compile("(?:([^/@\"\\\\]*)/)?([^/@\"\\\\]+)(?:@([^/@\"\\\\]*))?");

    static ShorthandItem named(String name) {
        return new ShorthandItem("", name, "");
    }

    static Optional<ShorthandItem> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ShorthandItem item = new ShorthandItem(part(matcher, 1), part(matcher, 2), part(matcher, 3));
        return item.isUsable() ? Optional.of(item) : Optional.empty();
    }

    boolean isPlainName() {
        return namespace.isEmpty() && interfaceName.isEmpty();
    }

    String toJson() {
        return "{" + members() + "}";
    }

    /// The same as JSON members: `"namespace": "a", "name": "b"`.
    String members() {
        return (namespace.isEmpty() ? "" : "\"namespace\": \"" + namespace + "\", ")
                + "\"name\": \"" + name + "\""
                + (interfaceName.isEmpty() ? "" : ", \"interface\": \"" + interfaceName + "\"");
    }

    private boolean isUsable() {
        return (namespace.isEmpty() || NadName.isNamespace(namespace))
                && NadName.isName(name)
                && (interfaceName.isEmpty()
                        || (Printable.isAscii(interfaceName)
                                && InterfaceName.refusal(interfaceName).isEmpty()));
    }

    private static String part(Matcher matcher, int group) {
        String part = matcher.group(group);
        return part == null ? "" : GoSpace.trim(part);
    }
}
