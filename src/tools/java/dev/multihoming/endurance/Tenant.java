package dev.multihoming.endurance;

import dev.multihoming.chaos.Answer;
import dev.multihoming.chaos.ApiClient;

/// One who works in a namespace of his own, and knows what must become of each of his requests.
final class Tenant {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String ILLEGAL_CONFIG =
            "{'cniVersion': '1.0.0', 'name': 'blue net', 'type': 'macvlan', 'master': 'ens1'}";

    private final ApiClient api;
    private final Ledger ledger;
    private final String namespace;
    private final Pace pace;

    Tenant(ApiClient api, Ledger ledger, String namespace, Pace pace) {
        this.api = api;
        this.ledger = ledger;
        this.namespace = namespace;
        this.pace = pace;
    }

    /// Makes networks and pods, changes them, deletes them, and tries between what is not allowed.
    void round(int number) throws InterruptedException {
        String network = "net-" + number;
        String pod = "app-" + number;
        create(networks(), "network", Manifests.bridge(network), Expected.admittedWith("macspoofchk"));
        create(networks(), "network", Manifests.network("bad-" + number, ILLEGAL_CONFIG), Expected.denied("MH207"));
        create(networks(), "network", Manifests.network("bad-" + number, "{'type': "), Expected.denied("MH201"));
        create(pods(), "pod", Manifests.pod(pod, network), Expected.ADMITTED);
        tryIllegalPods(number);
        change(networks() + "/" + network, "network", Manifests.newConfig(legalConfig(number)), Expected.ADMITTED);
        change(networks() + "/" + network, "network", Manifests.newConfig(ILLEGAL_CONFIG), Expected.denied("MH207"));
        change(pods() + "/" + pod, "pod", "{\"metadata\": {\"labels\": {\"round\": \"1\"}}}", Expected.ADMITTED);
        change(pods() + "/" + pod, "pod", Manifests.newNetworks("elsewhere/blue"), Expected.denied("MH105"));
        delete(pods() + "/" + pod + "?gracePeriodSeconds=0", "pod");
        delete(networks() + "/" + network, "network");
    }

    private void tryIllegalPods(int number) throws InterruptedException {
        String name = "bad-" + number;
        create(pods(), "pod", Manifests.pod(name, "elsewhere/blue"), Expected.denied("MH105"));
        create(pods(), "pod", Manifests.pod(name, "net-" + number + "@eth0"), Expected.denied("MH104"));
        create(pods(), "pod", Manifests.pod(name, "absent"), Expected.denied("MH107"));
        create(pods(), "pod", Manifests.pod(name, "[{'name': "), Expected.denied("MH101"));
        create(
                pods(),
                "pod",
                Manifests.pod(name, "v1.multus-cni.io/default-network", "net-" + number),
                Expected.denied("MH103"));
    }

    private static String legalConfig(int number) {
        return "{'cniVersion': '1.0.0', 'type': 'bridge', 'bridge': 'br-x', 'vlan': %d, 'macspoofchk': true}"
                .formatted(1 + number % 4000);
    }

    private void create(String path, String what, String object, Expected expected) throws InterruptedException {
        note("create " + what, expected, api.send("POST", path, object));
    }

    private void change(String path, String what, String patch, Expected expected) throws InterruptedException {
        note("update " + what, expected, api.send("PATCH", path, MERGE_PATCH, "", patch));
    }

    private void delete(String path, String what) throws InterruptedException {
        note("delete " + what, Expected.ADMITTED, api.send("DELETE", path, ""));
    }

    private void note(String kind, Expected expected, Answer answer) throws InterruptedException {
        String verdict = expected.code().isEmpty() ? "" : ", illegal";
        ledger.note(kind + verdict, expected, answer);
        pace.rest();
    }

    private String pods() {
        return Manifests.pods(namespace);
    }

    private String networks() {
        return Manifests.networks(namespace);
    }
}
