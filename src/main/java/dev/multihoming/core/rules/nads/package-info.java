/// Rules about nads: NetworkAttachmentDefinitions, codes MH2xx.
@NullMarked
package dev.multihoming.core.rules.nads;

import org.jspecify.annotations.NullMarked;
