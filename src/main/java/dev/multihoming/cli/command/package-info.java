/// The commands of the one jar: `serve`, which is the webhook, and those that work offline, without Quarkus.
///
/// A class a command: it reads what stands on the command line, asks `lint`, and prints. No rule and no reading of
/// manifests lives here.
@NullMarked
package dev.multihoming.cli.command;

import org.jspecify.annotations.NullMarked;
