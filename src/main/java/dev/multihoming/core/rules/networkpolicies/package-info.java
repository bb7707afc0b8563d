/// Rules about MultiNetworkPolicies, codes MH7xx.
@NullMarked
package dev.multihoming.core.rules.networkpolicies;

import org.jspecify.annotations.NullMarked;
