/// The pages of the console, as HTML. All text goes through [dev.multihoming.console.pages.Html], which escapes it.
@NullMarked
package dev.multihoming.console.pages;

import org.jspecify.annotations.NullMarked;
