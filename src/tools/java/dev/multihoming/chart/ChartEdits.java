package dev.multihoming.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.chart.Kustomize.Identity;
import dev.multihoming.chart.TemplateNode.Action;
import dev.multihoming.chart.TemplateNode.Mapping;
import dev.multihoming.chart.TemplateNode.Member;
import dev.multihoming.chart.TemplateNode.Scalar;
import dev.multihoming.chart.TemplateNode.Splice;
import dev.multihoming.chart.TemplateNode.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the chart's values go: an object, a path in it, and what stands there.
final class ChartEdits {
    private static final String POD = "spec/template/spec";
    private static final String CONTAINER = POD + "/containers/webhook";
    private static final String CONSOLE = "multihoming-console";
    private static final String IMAGE = "\"{{ .Values.image.repository }}{{ with .Values.image.digest }}@{{ . }}"
            + "{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}\"";

    private static final String RESOURCES = "/containers/0/resources";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private ChartEdits() {}

    static void apply(Identity identity, TemplateNode object) {
        managedBy(object, "metadata");
        switch (identity.kind()) {
            case "Deployment" -> deployment(identity, object);
            case "ResourceQuota" ->
                members(object, "spec/scopeSelector/matchExpressions").stream()
                        .map(scope -> members(scope.node(), "values"))
                        .forEach(values -> values.replaceAll(
                                _ -> new Member("", new Action("{{ .Values.priorityClassName | quote }}"))));
            case "CustomResourceDefinition" -> members(object, "metadata").add(keep());
            default -> {
                // Nothing in it depends on values.
            }
        }
    }

    /// Whatever renders the chart, in place of kustomize.
    private static void managedBy(TemplateNode object, String metadata) {
        members(object, metadata + "/labels")
                .replaceAll(label -> label.is(MANAGED_BY)
                        ? new Member(MANAGED_BY, label.condition(), new Action("{{ .Release.Service | quote }}"))
                        : label);
    }

    private static void deployment(Identity identity, TemplateNode object) {
        if (identity.name().equals(CONSOLE)) {
            pods(object, POD + "/containers/console", ".Values.console.resources");
        } else {
            pods(object, CONTAINER, ".Values.resources");
            webhook(object);
        }
    }

    /// What the pods of all Deployments have: the image is one, and the nodes are the same.
    private static void pods(TemplateNode object, String container, String resources) {
        managedBy(object, "spec/template/metadata");
        set(object, container + "/image", new Action(IMAGE));
        set(object, container + "/resources", new Value(resources));
        members(object, container).add(optional("imagePullPolicy", ".Values.image.pullPolicy"));
        for (String field : List.of("imagePullSecrets", "nodeSelector", "tolerations")) {
            members(object, POD).add(optional(field, ".Values." + field));
        }
    }

    private static void webhook(TemplateNode object) {
        set(object, "spec/replicas", new Action("{{ .Values.replicas }}"));
        for (String field : List.of("affinity", "topologySpreadConstraints")) {
            set(object, POD + "/" + field, new Value(".Values." + field));
        }
        set(object, POD + "/priorityClassName", new Action("{{ .Values.priorityClassName | quote }}"));
        members(object, "spec/template/metadata").add(optional("annotations", ".Values.podAnnotations"));
        members(object, CONTAINER + "/volumeMounts").add(new Member("", new Splice(".Values.extraVolumeMounts")));
        members(object, POD + "/volumes").add(new Member("", new Splice(".Values.extraVolumes")));
        settings(members(object, CONTAINER + "/env"));
    }

    /// A setting of the user's replaces that of the overlay: the API server takes no variable twice.
    private static void settings(List<Member> variables) {
        List<ChartSetting> settings = ChartSetting.all();
        for (ChartSetting setting : settings) {
            variables.replaceAll(
                    variable -> variable.is(setting.environment()) ? also(setting.isUnset(), variable) : variable);
        }
        settings.forEach(setting -> variables.add(setting.variable()));
        variables.add(new Member("", new Splice(".Values.extraEnv")));
    }

    private static Member also(String condition, Member member) {
        String both =
                member.condition().isEmpty() ? condition : "and (%s) (%s)".formatted(member.condition(), condition);
        return new Member(member.key(), both, member.node());
    }

    private static Member optional(String field, String value) {
        return new Member(field, value, new Value(value));
    }

    /// The policies and exemptions of an installation outlive it.
    private static Member keep() {
        List<Member> annotations = new ArrayList<>();
        annotations.add(new Member("helm.sh/resource-policy", new Scalar(JsonNodeFactory.instance.textNode("keep"))));
        return new Member("annotations", new Mapping(annotations));
    }

    private static void set(TemplateNode object, String path, TemplateNode value) {
        int last = path.lastIndexOf('/');
        String key = path.substring(last + 1);
        List<Member> members = members(object, path.substring(0, last));
        if (members.stream().noneMatch(member -> member.is(key))) {
            throw new IllegalArgumentException("There is no " + path);
        }
        members.replaceAll(member -> member.is(key) ? new Member(key, member.condition(), value) : member);
    }

    /// Those of the mapping or sequence at that path, whose last step must be the only one of its name.
    private static List<Member> members(TemplateNode object, String path) {
        TemplateNode at = object;
        for (String step : path.split("/", -1)) {
            List<Member> found =
                    at.members().stream().filter(member -> member.is(step)).toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException("There are %d of %s in %s".formatted(found.size(), step, path));
            }
            at = found.getFirst().node();
        }
        return at.members();
    }

    /// What the chart's values are where kustomize has a value of its own.
    static Map<String, JsonNode> defaults(JsonNode webhook, JsonNode console) {
        JsonNode pod = webhook.at("/" + POD);
        Map<String, JsonNode> defaults = new HashMap<>();
        defaults.put("replicas", webhook.at("/spec/replicas"));
        for (String field : List.of("affinity", "topologySpreadConstraints", "priorityClassName")) {
            defaults.put(field, pod.path(field));
        }
        defaults.put("resources", pod.at(RESOURCES));
        defaults.put("console.resources", console.at("/" + POD).at(RESOURCES));
        return defaults;
    }
}
