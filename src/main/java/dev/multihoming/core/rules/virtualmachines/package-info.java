/// Rules about the machines of KubeVirt, codes MH3xx. The annotations of a machine are judged by the pods' rules.
@NullMarked
package dev.multihoming.core.rules.virtualmachines;

import org.jspecify.annotations.NullMarked;
