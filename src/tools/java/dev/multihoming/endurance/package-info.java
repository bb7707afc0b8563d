/// `make endurance`: an hour of mixed requests, with restarts and renewed certificates, and what became of a replica.
@NullMarked
package dev.multihoming.endurance;

import org.jspecify.annotations.NullMarked;
