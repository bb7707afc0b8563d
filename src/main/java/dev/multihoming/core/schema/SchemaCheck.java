package dev.multihoming.core.schema;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.schema.SchemaViolation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Holds an object against the struct that its reader decodes it into, in one pass that allocates next to
/// nothing where all fits. Violations come in the order of the table.
public final class SchemaCheck {
    private final Decoding decoding;
    private final boolean values;
    private final Consumer<SchemaViolation> sink;

    private SchemaCheck(Decoding decoding, boolean values, Consumer<SchemaViolation> sink) {
        this.decoding = decoding;
        this.values = values;
        this.sink = sink;
    }

    /// What the reader of the object, which stands there, would fail on, and the keys that it takes for others.
    public static void of(
            JsonPath path,
            JsonObject object,
            FieldType.Struct struct,
            Decoding decoding,
            Consumer<SchemaViolation> sink) {
        new SchemaCheck(decoding, true, sink).object(path, object, struct);
    }

    /// Only the keys that the reader takes for others, also in members that others replace.
    public static void caseVariants(
            JsonPath path, JsonObject object, FieldType.Struct struct, Consumer<SchemaViolation> sink) {
        new SchemaCheck(Decoding.DIRECT, false, sink).object(path, object, struct);
    }

    private void object(JsonPath path, JsonObject object, FieldType.Struct struct) {
        List<Field> fields = struct.fields();
        // By index, as often as members times fields at every review: an iterator is a third of the cost.
        for (int i = 0; i < fields.size(); i++) {
            field(path, object, fields.get(i));
        }
        if (values) {
            new Combinations(path, object, sink).check(struct, decoding);
        }
    }

    /// From the last member on: it decides what becomes of those before it.
    private void field(JsonPath path, JsonObject object, Field field) {
        List<JsonMember> members = object.members();
        boolean stays = true;
        for (int i = members.size() - 1; i >= 0; i--) {
            JsonMember member = members.get(i);
            if (!GoKeys.foldsTo(member.key(), field.key())) {
                continue;
            }
            if (!member.key().equals(field.key())) {
                variant(path, member, field);
            }
            if ((stays || decoding == Decoding.DIRECT) && !isUnread(object, field, member.value())) {
                member(path, member, field, stays && !isLeftAside(object, field));
            }
            stays &= isPassedOver(member.value(), field);
        }
    }

    private static boolean isUnread(JsonObject object, Field field, Json value) {
        return !field.flag().isEmpty() && value instanceof JsonString && !GoFields.isTrue(object, field.flag());
    }

    private static boolean isLeftAside(JsonObject object, Field field) {
        return !field.unless().isEmpty() && GoFields.set(object, field.unless()).isPresent();
    }

    /// Whether the member leaves the field as it was: a `null` that Go decodes itself, unless it empties a list.
    private boolean isPassedOver(Json value, Field field) {
        return decoding == Decoding.DIRECT && value instanceof JsonNull && !(field.type() instanceof FieldType.Listing);
    }

    private void variant(JsonPath path, JsonMember member, Field field) {
        String known = Quoted.of(field.key());
        sink.accept(new SchemaViolation(
                Kind.CASE_VARIANT,
                path.child(member.key()),
                member.keyStart(),
                "the key %s is taken for %s".formatted(Quoted.of(member.key()), known),
                // Without the second half, an author who has both would only write the key twice.
                "Write %s, and only once".formatted(known)));
    }

    private void member(JsonPath path, JsonMember member, Field field, boolean stays) {
        Json value = member.value();
        // Most members fit, and their path is not needed.
        if (field.type() instanceof FieldType.Any
                || (field.type() instanceof FieldType.Text && value instanceof JsonString)) {
            return;
        }
        if (!(value instanceof JsonNull)) {
            value(path.child(member.key()), field.type(), value, field.example(), stays);
        } else if (values && !field.nullable()) {
            refuse(Kind.TYPE, path.child(member.key()), value, "Leave it out, or give it a value");
        }
    }

    private void value(JsonPath path, FieldType type, Json value, String example, boolean stays) {
        if (!values && !(type instanceof FieldType.Struct || type instanceof FieldType.Listing)) {
            return;
        }
        boolean fits = switch (type) {
            case FieldType.Any _ -> true;
            case FieldType.Flag _ -> value instanceof JsonBoolean;
            case FieldType.FlagOrWord flag -> flag.admits(value);
            case FieldType.Text _ -> value instanceof JsonString;
            case FieldType.Choice choice -> value instanceof JsonString text && choice.admits(text.value());
            case FieldType.Whole whole -> fits(whole, value);
            case FieldType.Mtu mtu -> fits(mtu, value);
            case FieldType.Formed formed -> formed(path, formed, value, stays);
            case FieldType.Struct struct -> struct(path, struct, value);
            case FieldType.Listing listing -> listing(path, listing, value, stays);
            case FieldType.Mapping mapping -> mapping(path, mapping, value, stays);
            case FieldType.FreeForm _ -> freeForm(path, value);
        };
        if (!fits && values) {
            refuse(Kind.TYPE, path, value, new ValueWording(decoding).remedy(type, value, example));
        }
    }

    private boolean fits(FieldType.Whole whole, Json value) {
        OptionalLong number = value instanceof JsonNumber n ? decoding.whole(n) : OptionalLong.empty();
        return number.isPresent() && number.getAsLong() >= whole.min() && number.getAsLong() <= whole.max();
    }

    private boolean fits(FieldType.Mtu mtu, Json value) {
        return fits(mtu.unset(), value) || fits(mtu.set(), value);
    }

    /// What Go makes of a `null` among strings is an empty one.
    private boolean formed(JsonPath path, FieldType.Formed type, Json value, boolean stays) {
        if (!(value instanceof JsonString || value instanceof JsonNull)) {
            return false;
        }
        if (decoding == Decoding.COMPLETED) {
            return true;
        }
        String text = value instanceof JsonString string ? string.value() : "";
        Optional<String> refusal = type.form().refusal(text);
        boolean counts = stays || (type.form().failsWhileDecoding() && !text.isEmpty());
        if (refusal.isPresent() && counts) {
            String written = value instanceof JsonString ? Quoted.of(text) : value.typeName();
            sink.accept(new SchemaViolation(
                    Kind.FORM,
                    path,
                    value.start(),
                    ValueWording.subject(path) + " is " + written + ", which " + refusal.get(),
                    type.form().remedy(text)));
        }
        return true;
    }

    private boolean struct(JsonPath path, FieldType.Struct struct, Json value) {
        if (value instanceof JsonObject object) {
            object(path, object, struct);
            return true;
        }
        return false;
    }

    private boolean listing(JsonPath path, FieldType.Listing listing, Json value, boolean stays) {
        if (!(value instanceof JsonArray array)) {
            return false;
        }
        List<Json> elements = array.elements();
        if (values && elements.size() < listing.least()) {
            sink.accept(new SchemaViolation(
                    Kind.TYPE,
                    path,
                    value.start(),
                    "%s has %d of at least %d elements"
                            .formatted(ValueWording.subject(path), elements.size(), listing.least()),
                    "Add what is missing"));
        }
        for (int i = 0; i < elements.size(); i++) {
            if (!(elements.get(i) instanceof JsonNull) || readsNull(listing)) {
                value(path.child(i), listing.element(), elements.get(i), "", stays);
            }
        }
        return true;
    }

    /// A null string is an empty one, and a null struct crashes the bridge plugin; others are zero values.
    private static boolean readsNull(FieldType.Listing listing) {
        return listing.element() instanceof FieldType.Formed
                || (listing.element() instanceof FieldType.Struct && !listing.ofPointers());
    }

    private boolean mapping(JsonPath path, FieldType.Mapping mapping, Json value, boolean stays) {
        if (!(value instanceof JsonObject object)) {
            return false;
        }
        for (JsonMember member : object.members()) {
            Form keys = mapping.keys();
            if (keys != null) {
                key(path, keys, member);
            }
            if (!(member.value() instanceof JsonNull)) {
                value(path.child(member.key()), mapping.value(), member.value(), "", stays);
            }
        }
        return true;
    }

    private void key(JsonPath path, Form form, JsonMember member) {
        form.refusal(member.key())
                .map(refusal -> new SchemaViolation(
                        Kind.FORM,
                        path.child(member.key()),
                        member.keyStart(),
                        "the key is " + Quoted.of(member.key()) + ", which " + refusal,
                        form.remedy(member.key())))
                .ifPresent(sink);
    }

    private boolean freeForm(JsonPath path, Json value) {
        if (!(value instanceof JsonObject)) {
            return false;
        }
        GoNumbers.firstBeyond(value)
                .map(number -> new SchemaViolation(
                        Kind.TYPE,
                        path,
                        number.start(),
                        "%s has %s in it, larger than any that Go holds"
                                .formatted(ValueWording.subject(path), ValueWording.described(number)),
                        "Write it as a string, or smaller"))
                .ifPresent(sink);
        return true;
    }

    private void refuse(Kind kind, JsonPath path, Json value, String remedy) {
        sink.accept(new SchemaViolation(
                kind,
                path,
                value.start(),
                ValueWording.subject(path) + " is " + ValueWording.described(value),
                remedy));
    }
}
