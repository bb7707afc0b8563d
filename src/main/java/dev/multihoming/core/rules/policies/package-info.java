/// Rules about policies and exemptions, codes MH5xx: what their schema cannot say. No policy and no exemption
/// covers them.
@NullMarked
package dev.multihoming.core.rules.policies;

import org.jspecify.annotations.NullMarked;
