package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Attachments.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Paths of pages about one object.
final class Links {
    private Links() {}

    /// Networks that the filters leave.
    ///
    /// @param by what they are grouped by; empty for nothing
    static String networks(String by, String namespace, String name) {
        return "/networks?" + (by.isEmpty() ? "" : "by=" + by + "&") + "namespace=" + encoded(namespace) + "&name="
                + encoded(name);
    }

    static String network(String namespace, String name) {
        return "/networks/details?namespace=" + encoded(namespace) + "&name=" + encoded(name);
    }

    static String edit(Target network) {
        return "/networks/edit?namespace=" + encoded(network.namespace()) + "&name=" + encoded(network.name());
    }

    /// Those of that name.
    static String workloads(Target object) {
        return "/workloads?namespace=" + encoded(object.namespace()) + "&name=" + encoded(object.name());
    }

    static String workloadsOf(Target network) {
        return "/workloads?network=" + encoded(network.namespace() + "/" + network.name());
    }

    /// Of a network to that object.
    static String attach(Target object) {
        return "/attach?kind=" + encoded(object.kind()) + "&namespace=" + encoded(object.namespace()) + "&name="
                + encoded(object.name());
    }

    static String attachNetwork(Target network) {
        return "/attach?namespace=" + encoded(network.namespace()) + "&network=" + encoded(network.name());
    }

    /// A change of that policy or exemption.
    static String whatIf(String kind, String name) {
        return "/what-if?start=" + encoded(kind + "/" + name);
    }

    /// What a form's answers make.
    static String whatIf(Map<String, String> answers) {
        return "/what-if?"
                + answers.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> WhatIfPage.ANSWER + it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static String rule(String code) {
        return "/rules/" + encoded(code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
