package dev.multihoming.core.plugins;

import static dev.multihoming.core.plugins.SysctlEffect.Effect.CHANGES_ETH0;
import static dev.multihoming.core.plugins.SysctlEffect.Effect.NONE;
import static dev.multihoming.core.plugins.SysctlEffect.Effect.TAKES_ETH0_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each line was tried with the real tuning plugin: addresses, default routes and TCP of eth0 before and after.
class SysctlEffectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net.ipv6.conf.eth0.disable_ipv6     | 1",
                "net/ipv6/conf/all/disable_ipv6      | 0x1",
                "..net..ipv6/conf.eth0/disable_ipv6  | -1",
                "net.ipv6.conf.all.disable_ipv6      | ' 1'",
                "net.ipv6.conf.all.disable_ipv6      | 01",
                "net.ipv4.conf.eth0.arp_ignore       | 8",
                "net.ipv4.neigh.eth0.mcast_solicit   | 0",
                "net.ipv6.neigh.eth0.mcast_solicit   | 0",
                "net.ipv6.conf.eth0.hop_limit        | 1",
                "net.ipv4.ip_default_ttl             | 1",
                "net.ipv4.ip_local_reserved_ports    | 1-65535",
                "net.ipv4.ip_local_reserved_ports    | 80,30000-61000",
                "net.ipv6.conf.aIFNAME.disable_ipv6  | 1",
                "net.ipv6.conf.IFNAMEh0.disable_ipv6 | 1",
                "net.ipv6.conf.eth0.IFNAME           | 1",
                "net.IFNAME.conf.eth0.disable_ipv6   | 1",
                "net.ipv4.IFNAME                     | 1",
                "net.ipv4.ip_local_reserved_ports    | '45001-60999,32768-45000'",
            })
    void takesEth0Off(String name, String value) {
        assertThat(SysctlEffect.effect(name, value)).isEqualTo(TAKES_ETH0_OFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net.ipv6.conf.all.disable_ipv6   | 0",
                "net.ipv6.conf.all.disable_ipv6   | 00",
                "net.ipv4.conf.all.rp_filter      | 2",
                "net.ipv4.conf.eth0.arp_ignore    | 1",
                "net.ipv6.conf.all.forwarding     | 1",
                "net.ipv6.conf.eth0.accept_ra     | 0",
                "net.ipv6.conf.all.hop_limit      | 1",
                "net.ipv4.neigh.eth0.ucast_solicit | 0",
                "net.ipv4.conf.eIFNAME.rp_filter  | 0",
                "net.ipv6.conf.eIFNAME.disable_ipv6 | 0",
            })
    void changesEth0(String name, String value) {
        assertThat(SysctlEffect.effect(name, value)).isEqualTo(CHANGES_ETH0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net.ipv6.conf.IFNAME.disable_ipv6  | 1",
                "net.ipv6.conf.net1.disable_ipv6    | 1",
                "net.ipv6.conf.default.disable_ipv6 | 1",
                "net.ipv4.ip_default_ttl            | 64",
                "net.ipv4.ip_local_reserved_ports   | '8080,30000-30100'",
                "net.core.somaxconn                 | 500",
                "net.ipv4.ip_forward                | 1",
                "kernel.hostname                    | x",
            })
    void leavesEth0Alone(String name, String value) {
        assertThat(SysctlEffect.effect(name, value)).isEqualTo(NONE);
    }
}
