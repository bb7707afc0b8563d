package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.plugins.Field;
import dev.multihoming.core.plugins.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A key that its reader takes for one it knows, though it is spelt otherwise.
///
/// @param path of the object
/// @param known the key it is taken for
record CaseVariant(JsonPath path, JsonMember member, String known) {
    /// Every variant of a key that Multus, libcni or a known plugin reads.
    static List<CaseVariant> allIn(JudgedConfig config) {
        List<CaseVariant> variants = new ArrayList<>();
        KnownObject.allIn(config).forEach(known -> collect(known.path(), known.object(), known.fields(), variants));
        return variants.size() > 1 ? once(variants) : variants;
    }

    /// `ipam` is read twice, by the plugin that has it and by the one that it names, and both read `type`.
    private static List<CaseVariant> once(List<CaseVariant> variants) {
        Set<Integer> seen = HashSet.newHashSet(variants.size());
        return variants.stream()
                .filter(variant -> seen.add(variant.member().keyStart()))
                .toList();
    }

    private static void collect(JsonPath path, JsonObject object, List<Field> fields, List<CaseVariant> variants) {
        for (JsonMember member : object.members()) {
            // By index, as often as members times fields at every review: an iterator is a third of the cost.
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                if (GoKeys.foldsTo(member.key(), field.key())) {
                    if (!member.key().equals(field.key())) {
                        variants.add(new CaseVariant(path, member, field.key()));
                    }
                    if (isNested(member.value())) {
                        descend(path.child(member.key()), member.value(), field.type(), variants);
                    }
                }
            }
        }
    }

    private static boolean isNested(Json value) {
        return value instanceof JsonObject || value instanceof JsonArray;
    }

    private static void descend(JsonPath path, Json value, FieldType type, List<CaseVariant> variants) {
        switch (type) {
            case FieldType.Struct struct
            when value instanceof JsonObject object -> collect(path, object, struct.fields(), variants);
            case FieldType.Listing listing
            when value instanceof JsonArray array -> {
                for (int i = 0; i < array.elements().size(); i++) {
                    descend(path.child(i), array.elements().get(i), listing.element(), variants);
                }
            }
            // A mapping's keys are free: Go looks them up as they are written.
            case FieldType.Struct _,
                    FieldType.Listing _,
                    FieldType.Mapping _,
                    FieldType.Any _,
                    FieldType.Flag _,
                    FieldType.Text _,
                    FieldType.Choice _,
                    FieldType.Formed _,
                    FieldType.Mtu _,
                    FieldType.Whole _ -> {}
        }
    }
}
