package dev.multihoming.core.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [MultiHomingExemption] says. All that it says of subjects must fit; labels never exempt, because whoever may
/// write the object may write them too.
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(
        value = "has(self.namespaces) || has(self.objects) || has(self.requesters)",
        message = "say what is exempt: namespaces, objects or requesters")
public record ExemptionSpec(
        @JsonPropertyDescription("The exempted rules, by code or name.")
        @Required
        @ValidationRule(
                value = "size(self) > 0 && self.all(rule, rule in RULES)",
                message = "each rule must be a code or name of https://multihoming.dev/rules; the modes of MH5xx, MH6xx"
                        + " and MH9xx are fixed")
        List<String> rules,

        @JsonPropertyDescription("The namespaces of the exempted objects, by name.")
        @ValidationRule(value = "size(self) > 0", message = "name at least one namespace")
        @Nullable
        List<String> namespaces,

        @JsonPropertyDescription("The objects that are exempt. Their authors choose their names.")
        @ValidationRule(value = "size(self) > 0", message = "name at least one object")
        @Nullable
        List<ExemptObject> objects,

        @JsonPropertyDescription("The requesters that are exempt; all if it is not set.") @Nullable
        Requesters requesters,

        @JsonPropertyDescription("The reason; shown in lists of exemptions.")
        @Required
        @ValidationRule(value = "size(self) > 0", message = "give the reason")
        String reason,

        @JsonPropertyDescription("Who is responsible for it.")
        @Required
        @ValidationRule(value = "size(self) > 0", message = "name a person or a team")
        String owner,

        @JsonPropertyDescription("When it ends, such as 2026-12-31T00:00:00Z. A policy can end it sooner.")
        @Required
        @ValidationRule(
                value = "timestamp(self) > timestamp('2000-01-01T00:00:00Z')",
                message = "there is no such moment")
        @Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")
        String expires)
        implements Serializable {
    /// Objects by kind and name, or how their names begin.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @ValidationRule(value = "has(self.name) != has(self.namePrefix)", message = "give either name or namePrefix")
    public record ExemptObject(
            @JsonPropertyDescription("Such as Pod, NetworkAttachmentDefinition, Deployment, VirtualMachine.") @Required
            String kind,

            @Nullable String name,

            @JsonPropertyDescription("How the name begins: of the pods of a Deployment, its name and a hyphen.")
            @ValidationRule(value = "size(self) > 0", message = "an empty prefix would be every name")
            @Nullable
            String namePrefix)
            implements Serializable {}

    /// Requesters, by what the API server says of them. The accounts of Kubernetes' own controllers are refused: they
    /// request in everybody's name.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @ValidationRule(
            value = "has(self.users) || has(self.groups) || has(self.serviceAccounts)",
            message = "name users, groups or serviceAccounts")
    public record Requesters(
            @ValidationRule(
                    value = "size(self) > 0 && self.all(user, !user.startsWith('system:serviceaccount:kube-system:')"
                            + " && user != 'system:kube-controller-manager' && user != 'system:kube-scheduler')",
                    message = "the accounts of Kubernetes' own controllers would exempt everybody")
            @Nullable
            List<String> users,

            @ValidationRule(
                    value = "size(self) > 0 && self.all(group, !(group in ['system:authenticated',"
                            + " 'system:unauthenticated', 'system:serviceaccounts', 'system:nodes',"
                            + " 'system:serviceaccounts:kube-system']))",
                    message = "this group would exempt everybody")
            @Nullable
            List<String> groups,

            @JsonPropertyDescription("As namespace/name.")
            @ValidationRule(
                    value = "size(self) > 0 && self.all(account,"
                            + " account.matches('^[a-z0-9][-a-z0-9]*/[a-z0-9][-.a-z0-9]*$')"
                            + " && !account.startsWith('kube-system/'))",
                    message =
                            "write namespace/name; the accounts of Kubernetes' own controllers would exempt everybody")
            @Nullable
            List<String> serviceAccounts)
            implements Serializable {}
}
