/// The console in a real browser.
@NullMarked
package dev.multihoming.console.browser;

import org.jspecify.annotations.NullMarked;
