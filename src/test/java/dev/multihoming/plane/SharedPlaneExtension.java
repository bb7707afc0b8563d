package dev.multihoming.plane;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands parts of the shared plane to tests. JUnit closes what lies in its stores: the plane after the last test,
/// a namespace after the last test of its class.
final class SharedPlaneExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(SharedPlane.class);

    private static final Map<Class<?>, Function<ExtensionContext, Object>> PARTS = Map.of(
            Cluster.class, context -> plane(context).cluster(),
            Kubectl.class, context -> plane(context).cluster().kubectl(),
            KubernetesClient.class, context -> plane(context).client(),
            InstalledWebhook.class, context -> plane(context).webhook(),
            TestNamespace.class, SharedPlaneExtension::namespaceOfTheClass);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARTS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var part = PARTS.get(parameter.getParameter().getType());
        if (part == null) {
            throw new IllegalStateException("JUnit asked for a parameter that is not supported");
        }
        return part.apply(context);
    }

    private static SharedPlane plane(ExtensionContext context) {
        return context.getRoot()
                .getStore(STORE)
                .computeIfAbsent(SharedPlane.class, _ -> SharedPlane.start(), SharedPlane.class);
    }

    private static TestNamespace namespaceOfTheClass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return classContext(context)
                .getStore(STORE)
                .computeIfAbsent(
                        TestNamespace.class,
                        _ -> TestNamespace.create(plane(context).cluster(), testClass.getSimpleName()),
                        TestNamespace.class);
    }

    /// The context of a method ends with the method; the one of its class is an ancestor.
    private static ExtensionContext classContext(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                ? context.getParent().map(SharedPlaneExtension::classContext).orElse(context)
                : context;
    }
}
