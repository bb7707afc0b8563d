package dev.multihoming.cli.nad;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// The NodeNetworkConfigurationPolicy of kubernetes-nmstate that makes a bridge on the worker nodes.
public final class NodeBridge {
    private NodeBridge() {}

    public static String policy(String bridge) {
        String name = JsonNodeFactory.instance.textNode(bridge).toString();
        return """
                apiVersion: nmstate.io/v1
                kind: NodeNetworkConfigurationPolicy
                metadata:
                  name: %1$s
                spec:
                  nodeSelector:
                    node-role.kubernetes.io/worker: ""
                  desiredState:
                    interfaces:
                      - name: %1$s
                        type: linux-bridge
                        state: up
                        ipv4:
                          enabled: false
                        ipv6:
                          enabled: false
                        bridge:
                          options:
                            stp:
                              enabled: false
                          port:
                            # A network card of the nodes that carries no other traffic.
                            - name: eth1
                """.formatted(name);
    }
}
