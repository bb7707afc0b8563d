package dev.multihoming.webhook.http;

import dev.multihoming.core.review.Settings;
import java.util.Locale;
import java.util.Set;

/// Who sends requests, in as few words as a metric has labels for.
enum RequesterKind {
    /// A person, or a client that authenticates as one.
    USER,
    /// A controller of Kubernetes, OpenShift, KubeVirt or a network operator: it creates what
    /// another object describes.
    CONTROLLER,
    /// Any other service account, such as that of a pipeline.
    SERVICE_ACCOUNT;

    private static final String SERVICE_ACCOUNTS = "system:serviceaccount:";

    /// Where the accounts of the controllers of Kubernetes and OpenShift are.
    private static final Set<String> NAMESPACES_OF_CONTROLLERS = Set.of("kube-system", "openshift-infra");

    /// Without accounts of its own for each controller, it is one user.
    private static final String CONTROLLER_MANAGER = "system:kube-controller-manager";

    /// Further controllers are those that `accounts` trusts with something.
    static RequesterKind of(String username, Settings.Accounts accounts) {
        if (username.equals(CONTROLLER_MANAGER)
                || accounts.interfaceNaming().contains(username)
                || accounts.networkOwners().contains(username)) {
            return CONTROLLER;
        }
        if (!username.startsWith(SERVICE_ACCOUNTS)) {
            return USER;
        }
        String account = username.substring(SERVICE_ACCOUNTS.length());
        int end = Math.max(0, account.indexOf(':'));
        return NAMESPACES_OF_CONTROLLERS.contains(account.substring(0, end)) ? CONTROLLER : SERVICE_ACCOUNT;
    }

    /// As the metric labels it.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
