package dev.multihoming.core.subject;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of a reviewed object that anything here reads; all others are skipped unread.
///
/// @param name `metadata.name`; empty where the API server has yet to make it from `generateName`
/// @param annotations the two network annotations
/// @param hostNetwork `spec.hostNetwork` of a pod
/// @param config `spec.config` of a NetworkAttachmentDefinition; `null` where it is absent
/// @param placement what a pod asks of its node
/// @param resourceName the annotation of a NetworkAttachmentDefinition that names its devices; empty where it is absent
/// @param misspeltKeys annotations of [MisspeltAnnotationKeys]
/// @param networks of a KubeVirt machine instance
/// @param template what it makes others of: a pod's template, or one of something that has one; `null` where there is
///     none
/// @param networkStatus whether a network-status annotation is there
/// @param additionalNetworks of OpenShift's network operator
/// @param copies how many of its template it makes
/// @param texts of a pod that may repeat names of its interfaces
/// @param policyFor the annotation of a MultiNetworkPolicy that names its networks; `null` where it is absent
public record ObjectFields(
        String name,
        String generateName,
        NetworkAnnotations annotations,
        boolean hostNetwork,
        @Nullable String config,
        PodPlacement placement,
        String resourceName,
        Set<String> misspeltKeys,
        List<MachineNetwork> networks,
        @Nullable ObjectFields template,
        boolean networkStatus,
        List<AdditionalNetwork> additionalNetworks,
        Copies copies,
        PodTexts texts,
        @Nullable String policyFor) {
    /// Of an object that asks nothing of its node.
    public ObjectFields(
            String name,
            String generateName,
            NetworkAnnotations annotations,
            boolean hostNetwork,
            @Nullable String config) {
        this(
                name,
                generateName,
                annotations,
                hostNetwork,
                config,
                PodPlacement.NONE,
                "",
                Set.of(),
                List.of(),
                null,
                false,
                List.of(),
                Copies.NONE,
                PodTexts.NONE,
                null);
    }

    /// An absent object: the old one of a CREATE.
    public static final ObjectFields NONE = new ObjectFields("", "", NetworkAnnotations.NONE, false, null);

    /// Whether it, or what it makes, says anything to Multus or in its way.
    public boolean asksForNetworks() {
        return !annotations.equals(NetworkAnnotations.NONE)
                || !networks.isEmpty()
                || !misspeltKeys.isEmpty()
                || (template != null && template.asksForNetworks());
    }

    /// What to call it in a message.
    String displayName() {
        return name.isEmpty() && !generateName.isEmpty() ? generateName + "*" : name;
    }
}
