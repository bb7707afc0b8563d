/// `make demo`: the main job, told in the terminal on a real control plane.
@NullMarked
package dev.multihoming.demo;

import org.jspecify.annotations.NullMarked;
