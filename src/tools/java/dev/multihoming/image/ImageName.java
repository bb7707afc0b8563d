package dev.multihoming.image;

/// The name of an image, as container runtimes complete it: a name without a registry is one of Docker Hub's.
public final class ImageName {
    private static final String HUB = "docker.io";

    private ImageName() {}

    public static String normalized(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        if (first.equals("index.docker.io") || first.equals(HUB)) {
            return onHub(name.substring(slash + 1));
        }
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? name : onHub(name);
    }

    private static String onHub(String path) {
        return HUB + (path.contains("/") ? "/" : "/library/") + path;
    }
}
