/// Reads objects as the API server sends them: in one pass, and only the fields that rules need. Everything
/// else is skipped unread. What a field means is not decided here.
@NullMarked
package dev.multihoming.core.objects;

import org.jspecify.annotations.NullMarked;
