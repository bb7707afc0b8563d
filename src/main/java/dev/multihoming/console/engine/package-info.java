/// What the console asks of the program around it. The command line answers with the code of its own commands, so
/// that both use the same words. Nothing here knows HTTP or HTML.
@NullMarked
package dev.multihoming.console.engine;

import org.jspecify.annotations.NullMarked;
