package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedAddressTest {
    private static final String INFINIBAND_LINK = "80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:10:11:12";

    @ParameterizedTest
    @CsvSource({
        "01:00:5e:00:00:01,is a multicast address",
        "ff-ff-ff-ff-ff-ff,is a multicast address",
        "0100.5e00.0001,is a multicast address",
        "00:00:00:00:00:00,is all zeros",
        "02:00:00:00:00:00:00:01,'is 8 bytes long, and Ethernet has 6'",
        "0200.0000.0000.0001,'is 8 bytes long, and Ethernet has 6'",
    })
    void noInterfaceHasIt(String mac, String refusal) {
        assertThat(RequestedAddress.macRefusal(mac)).hasValue(refusal);
    }

    /// None, six bytes, those of IP over InfiniBand, and what is MH101's.
    @ParameterizedTest
    @ValueSource(strings = {"", "02:00:00:00:00:01", "0200.0000.0001", INFINIBAND_LINK, "01:00", "nonsense"})
    void nothingIsSaidOfAnotherOne(String mac) {
        assertThat(RequestedAddress.macRefusal(mac)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:00:00:00:00:01", "0200.0000.0001", "00-00-00-00-00-00"})
    void sixBytesAreNoGuid(String guid) {
        assertThat(RequestedAddress.guidRefusal(guid)).hasValue("is 6 bytes long, and a GUID has 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02:00:00:00:00:00:00:01", "0200.0000.0000.0001", INFINIBAND_LINK, "nonsense"})
    void eightBytesAreOne(String guid) {
        assertThat(RequestedAddress.guidRefusal(guid)).isEmpty();
    }
}
