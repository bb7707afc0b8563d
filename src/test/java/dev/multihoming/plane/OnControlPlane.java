package dev.multihoming.plane;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class that talks to the control plane of this JVM, which the first such class starts.
/// Constructors and methods may ask for a [Cluster], [Kubectl] or fabric8 client (all of the administrator),
/// for the [InstalledWebhook], and for a [TestNamespace], which is the same throughout one class.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedPlaneExtension.class)
public @interface OnControlPlane {}
