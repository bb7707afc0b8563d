package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Go's net package takes and refuses; compared once with the real one on thousands of random texts.
class GoAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "02:00:00:00:00:01", "02-00-00-00-00-01", "0200.0000.0001", "AA:bb:CC:dd:EE:ff",
                "02:00:00:00:00:00:00:01", "0200.0000.0000.0001", "01:00:00:00:00:00", "00:00:00:00:00:00",
                "00:01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10:11:12:13"
            })
    void hardwareAddressesOfSixEightOrTwentyBytesParse(String text) {
        assertThat(GoMac.parses(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02:00:00:00:00",
                "02:00:00:00:00:0",
                "02:00:00:00:00:0g",
                "02:00-00:00:00:01",
                "020000000001",
                "2:0:0:0:0:1",
                "02:00:00:00:00:00:01",
                " 02:00:00:00:00:01",
                "0200.0000",
                "0200:0000:0001",
                "02:00:00:00:00:01\n",
                "٠2:00:00:00:00:01"
            })
    void otherTextsAreNoHardwareAddresses(String text) {
        assertThat(GoMac.parses(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:00:5e:10:00:0a", "02:00:5E:10:00:0A", "02-00-5e-10-00-0a", "0200.5e10.000A"})
    void spellingsOfOneHardwareAddressAreOne(String text) {
        assertThat(GoMac.canonical(text)).isEqualTo("02:00:5e:10:00:0a");
    }

    @Test
    void whatIsNoHardwareAddressStaysAsItIs() {
        assertThat(GoMac.canonical("EN.S5")).isEqualTo("EN.S5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "2001:db8::1",
                "1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "::ffff:1.2.3.4",
                "1:2:3:4:5:6:1.2.3.4",
                "ABCD::"
            })
    void addressesParse(String text) {
        assertThat(GoIp.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1.2.3.256",
                "1.2.3.",
                "1..2.3",
                " 1.2.3.4",
                "1.2.3.4 ",
                "fe80::1%eth0",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2::3",
                ":::",
                ":1",
                "1:",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3",
                "1.2.3.4::",
                "10.1.2.3/24",
                "%",
                "١.2.3.4"
            })
    void otherTextsAreNoAddresses(String text) {
        assertThat(GoIp.parse(text)).isEmpty();
    }

    @Test
    void anIpv4AddressInIpv6ClothesCountsAsIpv4() {
        assertThat(GoIp.parse("::ffff:10.0.0.1")).contains(new GoIp("::ffff:10.0.0.1", 128, true));
        assertThat(GoIp.parse("::fffe:10.0.0.1")).contains(new GoIp("::fffe:10.0.0.1", 128, false));
        assertThat(GoIp.parse("10.0.0.1")).contains(new GoIp("10.0.0.1", 32, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3/0", "10.1.2.3/32", "10.1.2.3/024", "2001:db8::1/128", "::ffff:10.0.0.1/120"})
    void addressesWithPrefixLengthParse(String text) {
        assertThat(GoCidr.parses(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "10.1.2.3/",
                "10.1.2.3/33",
                "10.1.2.3/-1",
                "10.1.2.3/+1",
                "10.1.2.3/24/24",
                "::/129",
                "/24",
                "10.1.2.3/255.255.255.0",
                "fe80::1%e/64",
                "10.1.2.3/99999999999999999999"
            })
    void otherTextsAreNoAddressesWithPrefixLength(String text) {
        assertThat(GoCidr.parses(text)).isFalse();
    }

    /// As `ParseCIDRSloppy` of `k8s.io/utils/net` reads them.
    @ParameterizedTest
    @CsvSource({
        "010.1.2.0/24, 10.1.2.0/24",
        "10.1.2.0010/24, 10.1.2.10/24",
        "0000000010.1.2.3/24, 10.1.2.3/24",
        "00.00.00.00/0, 0.0.0.0/0",
        "10.1.2.3/024, 10.1.2.3/024",
        "10.1.2.010-10.01.2.020/24, 10.1.2.10-10.1.2.20/24",
        "0256.1.1.1/8, 256.1.1.1/8",
        "0db8:0:00::1, db8:0:0::1",
        "0010::1, 10::1",
        "fd00::00001-fd00::0000a/64, fd00::1-fd00::a/64",
        "::ffff:010.0.0.01, ::ffff:10.0.0.1"
    })
    void leadingZerosDoNotCountToSloppyReaders(String text, String strict) {
        assertThat(SloppyIp.strict(text)).isEqualTo(strict);
    }
}
