/// What `multihoming doctor` looks at in a cluster, and how it judges it. Every look is a read or a dry run.
@NullMarked
package dev.multihoming.cli.doctor;

import org.jspecify.annotations.NullMarked;
