package dev.multihoming.core.policy;

import dev.multihoming.core.review.NetworkDefaults;
import org.jspecify.annotations.Nullable;

/// What a policy says of the defaults of networks; `null` where it leaves a thing open. See [NetworkDefaults].
public record DefaultsDecision(
        @Nullable Boolean inject,
        @Nullable Integer vlan,
        @Nullable Boolean macspoofchk,
        @Nullable Boolean dropDefaultVlan,
        @Nullable Boolean sriovSpoofchk) {
    public static final DefaultsDecision NONE = new DefaultsDecision(null, null, null, null, null);

    DefaultsDecision over(DefaultsDecision below) {
        return new DefaultsDecision(
                Decisions.or(inject, below.inject),
                Decisions.or(vlan, below.vlan),
                Decisions.or(macspoofchk, below.macspoofchk),
                Decisions.or(dropDefaultVlan, below.dropDefaultVlan),
                Decisions.or(sriovSpoofchk, below.sriovSpoofchk));
    }

    NetworkDefaults applyTo(NetworkDefaults others) {
        return new NetworkDefaults(
                inject == null ? others.inject() : inject,
                vlan == null ? others.vlan() : vlan,
                macspoofchk == null ? others.macspoofchk() : macspoofchk,
                dropDefaultVlan == null ? others.dropDefaultVlan() : dropDefaultVlan,
                sriovSpoofchk == null ? others.sriovSpoofchk() : sriovSpoofchk);
    }
}
