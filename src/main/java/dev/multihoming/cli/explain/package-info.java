/// Why an object is what it is to the webhook, and what Multus would make of it: answers to questions that people ask.
@NullMarked
package dev.multihoming.cli.explain;

import org.jspecify.annotations.NullMarked;
