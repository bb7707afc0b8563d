package dev.multihoming.bench;

/// How many objects of each kind a cluster has.
record ClusterSize(int pods, int networks, int namespaces, int policies) {
    static final ClusterSize NONE = new ClusterSize(0, 0, 0, 0);

    private static final ClusterSize WHOLE = new ClusterSize(100_000, 10_000, 1_000, 200);
    private static final int NUMBERS = 4;

    /// As the arguments of the command say: pods, networks, namespaces and policies. Without any, the size that
    /// docs/performance.md is about.
    static ClusterSize of(String... args) {
        if (args.length == 0) {
            return WHOLE;
        }
        if (args.length != NUMBERS) {
            throw new IllegalArgumentException("Give four numbers: pods, networks, namespaces, policies");
        }
        return new ClusterSize(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]));
    }

    /// The same with fewer of everything; as many in each namespace.
    ClusterSize dividedBy(int divisor) {
        int fewer = namespaces / divisor;
        return new ClusterSize(
                fewer * podsOfNamespace(),
                fewer * networksOfNamespace(),
                fewer,
                Math.max(1, fewer / namespacesOfPolicy()));
    }

    int podsOfNamespace() {
        return pods / namespaces;
    }

    int networksOfNamespace() {
        return networks / namespaces;
    }

    int namespacesOfPolicy() {
        return namespaces / policies;
    }
}
