package dev.multihoming.plane;

/// etcd on a port that is known beforehand, and another port, of a proxy that leads there, which the API server
/// is told. An API server that is started so is also started again when it ends, as the kubelet does with one
/// of a node.
public record EtcdDetour(int etcd, int proxy) {
    /// What is said to kube-apiserver and to etcd: the one address with the port that is meant for each.
    static String edit(int port) {
        return """
                for argument do
                    shift
                    case $argument in
                        http://0.0.0.0:*) set -- "$@" "http://127.0.0.1:%d" ;;
                        *) set -- "$@" "$argument" ;;
                    esac
                done
                """.formatted(port);
    }
}
