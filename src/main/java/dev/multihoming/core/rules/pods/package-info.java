/// Rules about pods: codes MH1xx.
@NullMarked
package dev.multihoming.core.rules.pods;

import org.jspecify.annotations.NullMarked;
