/// Networks drafted from flags: the values of a command line, typed and placed as the plugin's table says.
///
/// What is right is for the rules to say, and what is added where nothing was said for their repairs: a draft
/// only puts values where the plugin reads them, and knows what it cannot do without.
@NullMarked
package dev.multihoming.cli.nad;

import org.jspecify.annotations.NullMarked;
