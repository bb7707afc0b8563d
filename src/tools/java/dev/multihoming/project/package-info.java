/// Names and version of the project, from the one place that has them: the pom.
@NullMarked
package dev.multihoming.project;

import org.jspecify.annotations.NullMarked;
