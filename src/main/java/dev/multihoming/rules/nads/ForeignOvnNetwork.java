package dev.multihoming.rules.nads;

import dev.multihoming.json.GoFields;
import dev.multihoming.json.JsonPath;
import dev.multihoming.json.Quoted;
import dev.multihoming.review.Context;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Rule;
import dev.multihoming.review.RuleCard;
import dev.multihoming.subject.Nad;
import java.util.List;

/// Facts C15. Whose network it is, is not told.
@RuleCard(
        code = "MH226",
        name = "foreign-ovn-network",
        summary = "An OVN-Kubernetes network has the name of another namespace's network, and would be that network.",
        law = "a namespace must not join another one's network by its name",
        why = """
                To OVN-Kubernetes the `name` in the config is the network. Two NADs of two namespaces with one name are one network: the \
                pods of both reach each other. Whoever may create NADs could so join any network of the cluster.""",
        remedy = """
                Choose another `name`. A network that several namespaces share on purpose is made by the platform team, with a \
                ClusterUserDefinedNetwork.""",
        since = "0.1.0")
public final class ForeignOvnNetwork implements Rule<Nad> {
    @Override
    public List<Observation> find(Nad nad, Context context) {
        if (context.settings().networkOwners().contains(context.requester().username())) {
            return List.of();
        }
        return JudgedConfig.of(nad, context)
                .filter(config -> OvnNetwork.in(config).findAny().isPresent())
                .stream()
                .filter(config -> isTaken(nad, config, context))
                .map(ForeignOvnNetwork::observe)
                .toList();
    }

    private static boolean isTaken(Nad nad, JudgedConfig config, Context context) {
        String name = GoFields.text(config.document(), "name");
        return !name.isEmpty() && context.cluster().isNetworkElsewhere(OvnNetwork.TYPE, name, nad.namespace());
    }

    private static Observation observe(JudgedConfig config) {
        return new Observation(
                config.place(JsonPath.ROOT.child("name"), config.document().start()),
                "the name %s is that of a network of another namespace"
                        .formatted(Quoted.of(GoFields.text(config.document(), "name"))),
                "Choose another \"name\"");
    }
}
