/// Policies held against cases of a security team: what should become of which object.
///
/// A test that checks nothing passes for ever. So everything here that could be meant and is not understood is
/// an error: a rule that does not exist, an unknown key, an object that the webhook is not asked
/// about.
@NullMarked
package dev.multihoming.cli.policytest;

import org.jspecify.annotations.NullMarked;
