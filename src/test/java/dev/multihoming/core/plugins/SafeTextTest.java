package dev.multihoming.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROTOCOL         | SCTP",
                "HOST_IP          | 2001:db8::1",
                "HOST_IP          | 0.0.0.0",
                "CHAIN            | KUBE-ADMIN-OVERRIDES",
                "CHAIN            | INSTANCE_instance0",
                "STATE_FOLDER     | /var/lib/cni/networks",
                "STATE_FOLDER     | /run/cni/ipam-state/",
                "STATE_FOLDER     | /mnt/cluster-ipam",
                "STATE_FOLDER     | /tmp/ipam",
                "RESOLV_CONF      | /run/systemd/resolve/resolv.conf",
                "SOCKET           | /run/vpc/cni/dhcp.sock",
                "SOCKET           | /host/run/cni/dhcp.sock",
                "WHEREABOUTS_CONF | /etc/kubernetes/cni/net.d/whereabouts.d/whereabouts.conf",
                "KUBECONFIG       | /etc/kubernetes/node-kubeconfig.yaml",
                "KUBECONFIG       | /var/lib/rancher/k3s/agent/etc/cni/net.d/whereabouts.d/whereabouts.kubeconfig",
                "LOG_FILE         | /tmp/whereabouts.log",
                "NEW_LINK         | br-data.100",
                "DEVICE           | mlx5_core.sf.4",
                "DEVICE           | 0000:3b:00.1",
                "KERNEL_PATH      | /sys/devices/pci0000:00/0000:00:1f.6",
            })
    void isSafe(SafeText form, String text) {
        assertThat(form.refusal(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROTOCOL         | tcp;",
                "PROTOCOL         | ' tcp'",
                "PROTOCOL         | 6",
                "HOST_IP          | 192.0.2.1:80",
                "HOST_IP          | fe80::1%eth0",
                "CHAIN            | -F",
                "CHAIN            | a b",
                "CHAIN            | twenty-nine-characters-long-xx",
                "STATE_FOLDER     | /",
                "STATE_FOLDER     | /var",
                "STATE_FOLDER     | relative/path",
                "STATE_FOLDER     | /etc/cron.d",
                "STATE_FOLDER     | /dev/shm",
                "STATE_FOLDER     | /run/../etc",
                "STATE_FOLDER     | /run/./x",
                "STATE_FOLDER     | /var/run/containerd/io",
                "STATE_FOLDER     | /opt/cni/bin",
                "RESOLV_CONF      | /etc/shadow",
                "RESOLV_CONF      | /proc/1/root/etc/resolv.conf",
                "SOCKET           | /run/containerd/containerd.socket",
                "SOCKET           | @abstract.sock",
                "WHEREABOUTS_CONF | /etc/kubernetes/admin.conf",
                "KUBECONFIG       | /tmp/x.kubeconfig",
                "KUBECONFIG       | /var/lib/rancher/k3s/storage/pvc-1/x.conf",
                "KUBECONFIG       | /var/snap/microk8s/common/default-storage/pvc-1/x",
                "KUBECONFIG       | /etc/kubernetes/admin.conf",
                "WHEREABOUTS_CONF | /opt/local-path-provisioner/pvc-1/whereabouts.conf",
                "STATE_FOLDER     | /var/lib",
                "STATE_FOLDER     | /var/lib/rancher/k3s/agent/pod-manifests",
                "SOCKET           | /run/containerd/containerd.sock",
                "RESOLV_CONF      | /home/u/resolv.conf",
                "LOG_FILE         | /var/log/pods/a/0.log",
                "LOG_FILE         | /var/log/../../etc/cron.d/x.log",
                "LOG_FILE         | /etc/x.log",
                "NEW_LINK         | br%d",
                "DEVICE           | ../x",
                "DEVICE           | a..b",
                "KERNEL_PATH      | /sys/devices/../x",
            })
    void isNotSafe(SafeText form, String text) {
        assertThat(form.refusal(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "! -d 192.0.2.0/24",
                "-d 10.1.0.0/16,10.2.0.0/16",
                "-m set --match-set whitelist src",
                "-m addrtype --dst-type LOCAL --limit-iface-in",
                "ip daddr != 192.0.2.0/24",
                "iifname eth0 tcp dport != 22",
                "ct state new fib daddr type local",
                "meta skuid 0",
                "--source=10.0.0.0/8 -s10.0.0.0/8 -ieth0 --in-interface=eth+",
                "-m conntrack --ctstate=NEW -m state --state NEW",
                "-m tcp --tcp-flags SYN SYN --syn",
                "-m icmp --icmp-type 8 -m limit --limit 5/s",
            })
    void conditionsThatSayWhichPackets(String words) {
        assertThat(FirewallConditions.unsafeWord(List.of(words.split(" ")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-d 10.0.0.0/8 --modprobe=/x   | --modprobe=/x",
                "-d 10.0.0.0/8 -t filter       | -t",
                "-j ACCEPT                     | -j",
                "-jACCEPT                      | -jACCEPT",
                "--jump=ACCEPT                 | --jump=ACCEPT",
                "--source=example.org          | example.org",
                "-mbpf                         | bpf",
                "-d example.org                | example.org",
                "-d                            | -d",
                "-d -j                         | -j",
                "-m bpf                        | bpf",
                "--dest 10.0.0.0/8             | --dest",
                "ip daddr set 192.0.2.1        | set",
                "tcp dport vmap { 22 : drop }  | vmap",
                "dup to 192.0.2.1              | dup",
                "counter                       | counter",
                "ip saddr 10.0.0.0/8; accept   | 10.0.0.0/8;",
                "iifname eth0 accept           | accept",
            })
    void conditionsThatDoMore(String words, String unsafe) {
        assertThat(FirewallConditions.unsafeWord(List.of(words.split(" ")))).contains(unsafe);
    }

    @Test
    void conditionsInOneTextOrSeveral() {
        assertThat(FirewallConditions.unsafeWord(List.of("ip daddr { 10.0.0.1, 10.0.0.2 }", "iifname \"eth0\"")))
                .isEmpty();
        assertThat(FirewallConditions.unsafeWord(List.of("ip saddr 10.0.0.0/8\nflush ruleset")))
                .isPresent();
        assertThat(FirewallConditions.unsafeWord(List.of("", "--modprobe=/x"))).contains("--modprobe=/x");
        assertThat(FirewallConditions.unsafeWord(List.of())).isEmpty();
    }
}
