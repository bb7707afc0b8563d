package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
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
import dev.multihoming.core.multus.GoNumbers;
import dev.multihoming.core.plugins.Field;
import dev.multihoming.core.plugins.FieldType;
import dev.multihoming.core.plugins.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Holds an object against the table of the keys that its reader knows.
final class FieldCheck {
    private final List<Misfit> misfits = new ArrayList<>();
    private final boolean handedOn;

    /// @param handedOn whether what is absent, and what texts say, may still change
    private FieldCheck(boolean handedOn) {
        this.handedOn = handedOn;
    }

    /// Everything the reader would fail on, in the order of the table.
    static List<Misfit> of(KnownObject known) {
        FieldCheck check = new FieldCheck(known.handedOn());
        check.object(known.path(), known.object(), known.fields());
        return check.misfits;
    }

    private void object(JsonPath path, JsonObject object, List<Field> fields) {
        for (Field field : fields) {
            GoKeys.winner(object, field.key())
                    .ifPresent(member -> member(path.child(member.key()), field, member.value()));
        }
    }

    private void member(JsonPath path, Field field, Json value) {
        if (!(value instanceof JsonNull)) {
            value(path, field.key(), field.type(), value);
        } else if (!field.nullable()) {
            misfit(path, field.key(), value, "Leave it out, or give it a value");
        }
    }

    private void value(JsonPath path, String name, FieldType type, Json value) {
        switch (type) {
            case FieldType.Any _ -> {}
            case FieldType.Flag _ -> require(value instanceof JsonBoolean, path, name, type, value);
            case FieldType.Text _ -> require(value instanceof JsonString, path, name, type, value);
            case FieldType.Choice choice ->
                require(value instanceof JsonString text && choice.admits(text.value()), path, name, type, value);
            case FieldType.Whole whole -> require(fits(whole, value), path, name, type, value);
            case FieldType.Mtu mtu -> require(fits(mtu, value), path, name, type, value);
            case FieldType.Formed formed -> formed(path, name, formed, value);
            case FieldType.Struct struct -> struct(path, name, struct, value);
            case FieldType.Listing listing -> listing(path, name, listing, value);
            case FieldType.Mapping mapping -> mapping(path, name, mapping, value);
        }
    }

    private static boolean fits(FieldType.Whole whole, Json value) {
        OptionalLong number = value instanceof JsonNumber n ? GoNumbers.whole(n) : OptionalLong.empty();
        return number.isPresent() && number.getAsLong() >= whole.min() && number.getAsLong() <= whole.max();
    }

    private static boolean fits(FieldType.Mtu mtu, Json value) {
        return fits(new FieldType.Whole(mtu.negative() ? Long.MIN_VALUE : 0, 0), value)
                || fits(new FieldType.Whole(mtu.min(), mtu.max()), value);
    }

    private void formed(JsonPath path, String name, FieldType.Formed type, Json value) {
        if (!(value instanceof JsonString(int start, int _, String text))) {
            misfit(path, name, value, FieldWording.wanted(type, value));
            return;
        }
        if (handedOn) {
            return;
        }
        type.form()
                .refusal(text)
                .map(refusal -> new Misfit(
                        path,
                        start,
                        Quoted.of(name) + " is " + Quoted.of(text) + ", which " + refusal,
                        FieldWording.wanted(type, value)))
                .ifPresent(misfits::add);
    }

    private void struct(JsonPath path, String name, FieldType.Struct struct, Json value) {
        if (value instanceof JsonObject object) {
            object(path, object, struct.fields());
            struct.intervals().forEach(interval -> interval(path, object, interval));
            if (!handedOn) {
                struct.required().forEach(key -> required(path, object, key));
            }
        } else {
            misfit(path, name, value, FieldWording.wanted(struct, value));
        }
    }

    private void required(JsonPath path, JsonObject object, String key) {
        if (GoFields.set(object, key).isEmpty()) {
            misfits.add(new Misfit(path, object.start(), Quoted.of(key) + " is missing", "Add " + Quoted.of(key)));
        }
    }

    private void listing(JsonPath path, String name, FieldType.Listing listing, Json value) {
        if (!(value instanceof JsonArray array)) {
            misfit(path, name, value, FieldWording.wanted(listing, value));
            return;
        }
        if (array.elements().size() < listing.least()) {
            misfits.add(new Misfit(
                    path,
                    value.start(),
                    "%s has %d of at least %d elements"
                            .formatted(Quoted.of(name), array.elements().size(), listing.least()),
                    "Add what is missing"));
        }
        for (int i = 0; i < array.elements().size(); i++) {
            Json element = array.elements().get(i);
            // Go leaves a null string empty; a null struct crashes the bridge plugin.
            if (!(element instanceof JsonNull) || listing.element() instanceof FieldType.Struct) {
                value(path.child(i), name, listing.element(), element);
            }
        }
    }

    private void mapping(JsonPath path, String name, FieldType.Mapping mapping, Json value) {
        if (!(value instanceof JsonObject object)) {
            misfit(path, name, value, FieldWording.wanted(mapping, value));
            return;
        }
        for (JsonMember member : object.members()) {
            key(path, mapping, member);
            if (!(member.value() instanceof JsonNull)) {
                value(path.child(member.key()), member.key(), mapping.value(), member.value());
            }
        }
    }

    private void key(JsonPath path, FieldType.Mapping mapping, JsonMember member) {
        TextForm form = mapping.keys();
        if (form != null) {
            form.refusal(member.key())
                    .map(refusal -> new Misfit(
                            path.child(member.key()),
                            member.keyStart(),
                            "the key is " + Quoted.of(member.key()) + ", which " + refusal,
                            FieldWording.wanted(form)))
                    .ifPresent(misfits::add);
        }
    }

    private void interval(JsonPath path, JsonObject object, FieldType.Interval interval) {
        Optional<JsonMember> low = GoFields.set(object, interval.low());
        Optional<JsonMember> high = GoFields.set(object, interval.high());
        String names = Quoted.of(interval.low()) + " and " + Quoted.of(interval.high());
        if (low.isPresent() != high.isPresent()) {
            misfits.add(
                    new Misfit(path, object.start(), "only one of " + names + " is given", "Write both, or neither"));
        } else if (low.isPresent() && whole(low) > whole(high)) {
            misfits.add(new Misfit(
                    path,
                    object.start(),
                    "%s are %d and %d".formatted(names, whole(low), whole(high)),
                    "Write the lower number as " + Quoted.of(interval.low())));
        }
    }

    /// 0 where it is no whole number, which is a misfit of its own.
    private static long whole(Optional<JsonMember> member) {
        return member.map(JsonMember::value)
                .filter(JsonNumber.class::isInstance)
                .map(number -> GoNumbers.whole((JsonNumber) number))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .orElse(0L);
    }

    private void require(boolean fits, JsonPath path, String name, FieldType type, Json value) {
        if (!fits) {
            misfit(path, name, value, FieldWording.wanted(type, value));
        }
    }

    private void misfit(JsonPath path, String name, Json value, String remedy) {
        misfits.add(new Misfit(path, value.start(), Quoted.of(name) + " is " + FieldWording.described(value), remedy));
    }
}
