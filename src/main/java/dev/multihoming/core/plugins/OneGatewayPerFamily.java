package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.schema.Exclusion;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A list of gateways that its reader takes only one of each IP family from (plugins 1.10.0, sbr/main.go, `doRoutes`).
/// How each is written is judged by its form.
///
/// @param key of the list
/// @param unless the field with which the reader leaves the list aside
record OneGatewayPerFamily(String key, String unless) implements Exclusion {
    @Override
    public Optional<SchemaViolation> violation(JsonPath path, JsonObject object) {
        return GoFields.set(object, unless).isPresent()
                ? Optional.empty()
                : GoFields.list(object, key).flatMap(list -> second(path.child(key), list));
    }

    private static Optional<SchemaViolation> second(JsonPath path, JsonArray list) {
        Map<Integer, String> byFamily = new HashMap<>();
        for (int i = 0; i < list.elements().size(); i++) {
            if (!(list.elements().get(i) instanceof JsonString text)) {
                continue;
            }
            String before = IpAddress.parse(text.value())
                    .map(address -> byFamily.put(address.bits(), text.value()))
                    .orElse(null);
            if (before != null) {
                return Optional.of(new SchemaViolation(
                        SchemaViolation.Kind.COMBINATION,
                        path.child(i),
                        text.start(),
                        "%s and %s are gateways of one IP family".formatted(Quoted.of(before), Quoted.of(text.value())),
                        "Write at most one IPv4 and one IPv6 gateway"));
            }
        }
        return Optional.empty();
    }
}
