package dev.multihoming.core.multus;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.schema.Form;
import java.util.Optional;

/// What the strings of an element must be for Multus, or the API server it asks, to take them
/// (node-behavior.md#json-elements).
enum SelectionForm implements Form {
    /// Of a network.
    NAME {
        @Override
        public Optional<String> refusal(String text) {
            return unless(NadName.isName(text), "is no name that a network can have");
        }

        // The short form within a name is the usual slip; the JSON form has a key for each of its parts.
        @Override
        public String remedy(String text) {
            if (text.isEmpty()) {
                return "Write \"name\": \"<the network>\"";
            }
            return ShorthandItem.of(text)
                    .filter(item -> !item.isPlainName())
                    .map(item -> "Write " + item.members())
                    .or(() -> NadName.mended(text).map(mended -> "Write \"name\": " + Quoted.of(mended)))
                    .orElse("Write the name of a network of the namespace: lower-case letters, digits, '-' and '.'");
        }
    },
    /// Of a namespace; empty counts as absent.
    NAMESPACE {
        @Override
        public Optional<String> refusal(String text) {
            return unless(text.isEmpty() || NadName.isNamespace(text), "is no name that a namespace can have");
        }

        @Override
        public String remedy(String text) {
            return "Leave \"namespace\" out for a network of the pod's own namespace";
        }
    },
    /// An IP address, with or without its prefix length.
    ADDRESS {
        @Override
        public Optional<String> refusal(String text) {
            boolean parses = text.indexOf('/') >= 0
                    ? GoCidr.parses(text)
                    : GoIp.parse(text).isPresent();
            return unless(parses, "is no IP address");
        }

        @Override
        public String remedy(String text) {
            return "Write an address, with its prefix length where the network wants one, such as \"10.1.2.3/24\"";
        }
    },
    /// A hardware address; empty counts as absent.
    MAC {
        @Override
        public Optional<String> refusal(String text) {
            return unless(text.isEmpty() || GoMac.parses(text), "is no hardware address");
        }

        @Override
        public String remedy(String text) {
            return "Write six bytes in hexadecimal, such as \"02:00:00:00:00:01\"";
        }
    },
    /// Multus reads it like a hardware address; empty counts as absent.
    GUID {
        @Override
        public Optional<String> refusal(String text) {
            return unless(text.isEmpty() || GoMac.parses(text), "is no InfiniBand GUID");
        }

        @Override
        public String remedy(String text) {
            return "Write eight bytes in hexadecimal, such as \"02:00:00:00:00:00:00:01\"";
        }
    },
    /// An IP address without prefix length. It becomes one while Go decodes.
    GATEWAY {
        @Override
        public Optional<String> refusal(String text) {
            return unless(GoIp.parse(text).isPresent(), "is not the address of a gateway");
        }

        @Override
        public String remedy(String text) {
            int slash = text.indexOf('/');
            String address = slash < 0 ? "" : text.substring(0, slash);
            return GoIp.parse(address).isPresent()
                    ? "Write it without the prefix length: \"" + address + "\""
                    : "Write an IP address, such as \"10.1.2.1\"";
        }

        @Override
        public boolean failsWhileDecoding() {
            return true;
        }
    };

    private static Optional<String> unless(boolean fits, String refusal) {
        return fits ? Optional.empty() : Optional.of(refusal);
    }
}
