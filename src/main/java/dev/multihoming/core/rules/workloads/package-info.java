/// Rules about workloads: where their annotations belong, codes MH4xx. What the template says is judged by the
/// pods' rules.
@NullMarked
package dev.multihoming.core.rules.workloads;

import org.jspecify.annotations.NullMarked;
