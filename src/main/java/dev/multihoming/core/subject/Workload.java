package dev.multihoming.core.subject;

import java.util.Set;

/// An object that makes pods out of a template.
///
/// @param kind such as `Deployment`
/// @param path where the template is: `spec.template`
/// @param own the network annotations on the object itself, where they have no effect
/// @param misspelt keys of [MisspeltAnnotationKeys] on the object itself
/// @param templateMisspelt those in the template
/// @param pod what the template says of its pods; what an UPDATE leaves as it was is absent
/// @param copies how many of its pods run at one time
public record Workload(
        String kind,
        String namespace,
        String displayName,
        String path,
        NetworkAnnotations own,
        Set<String> misspelt,
        Set<String> templateMisspelt,
        Pod pod,
        Copies copies)
        implements Subject {
    public Workload {
        misspelt = Set.copyOf(misspelt);
        templateMisspelt = Set.copyOf(templateMisspelt);
    }
}
