package dev.multihoming.core.objects;

/// The API group that objects name in their `apiVersion`.
public final class ApiGroup {
    private ApiGroup() {}

    /// That of `apps/v1`; empty for the core group's `v1`.
    public static String of(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }
}
