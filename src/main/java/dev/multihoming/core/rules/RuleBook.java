package dev.multihoming.core.rules;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.DeadlineExceeded;
import dev.multihoming.core.review.NotJudged;
import dev.multihoming.core.review.ReviewFailed;
import dev.multihoming.core.review.RuleFailed;
import dev.multihoming.core.review.RuleSet;
import dev.multihoming.core.review.RuleSet.Entry;
import dev.multihoming.core.rules.nads.AddressOfEth0;
import dev.multihoming.core.rules.nads.AmbiguousConfigKey;
import dev.multihoming.core.rules.nads.BridgeAddressForced;
import dev.multihoming.core.rules.nads.BridgeWithoutResource;
import dev.multihoming.core.rules.nads.ClusterRangeOverlap;
import dev.multihoming.core.rules.nads.ConfigFromNode;
import dev.multihoming.core.rules.nads.ConfigPanicsMultus;
import dev.multihoming.core.rules.nads.ConfigTooLarge;
import dev.multihoming.core.rules.nads.DefaultRouteTaken;
import dev.multihoming.core.rules.nads.Eth0ChangedBySysctl;
import dev.multihoming.core.rules.nads.Eth0DisabledBySysctl;
import dev.multihoming.core.rules.nads.Eth0TakenByNetwork;
import dev.multihoming.core.rules.nads.ExclusiveConfigOptions;
import dev.multihoming.core.rules.nads.ForeignOvnNetwork;
import dev.multihoming.core.rules.nads.HostPortInConfig;
import dev.multihoming.core.rules.nads.ImpossibleRoute;
import dev.multihoming.core.rules.nads.InconsistentOvnNetwork;
import dev.multihoming.core.rules.nads.InvalidAddressRange;
import dev.multihoming.core.rules.nads.InvalidConfigField;
import dev.multihoming.core.rules.nads.InvalidNetworkName;
import dev.multihoming.core.rules.nads.InvalidPluginType;
import dev.multihoming.core.rules.nads.KeyOfAnotherPlugin;
import dev.multihoming.core.rules.nads.LinkTakenByNetwork;
import dev.multihoming.core.rules.nads.MacspoofchkLeftOut;
import dev.multihoming.core.rules.nads.MalformedConfig;
import dev.multihoming.core.rules.nads.MissingBridgeVlan;
import dev.multihoming.core.rules.nads.MissingConfigField;
import dev.multihoming.core.rules.nads.MissingDevice;
import dev.multihoming.core.rules.nads.MissingMacspoofchk;
import dev.multihoming.core.rules.nads.MissingPeerGateway;
import dev.multihoming.core.rules.nads.MissingPluginType;
import dev.multihoming.core.rules.nads.MissingPreserveDefaultVlan;
import dev.multihoming.core.rules.nads.MissingSriovSpoofchk;
import dev.multihoming.core.rules.nads.MisspeltConfigField;
import dev.multihoming.core.rules.nads.MisspeltPluginType;
import dev.multihoming.core.rules.nads.NestedMultus;
import dev.multihoming.core.rules.nads.NetworkInUse;
import dev.multihoming.core.rules.nads.NetworkNotPermitted;
import dev.multihoming.core.rules.nads.NewerPluginNeeded;
import dev.multihoming.core.rules.nads.OldCniVersion;
import dev.multihoming.core.rules.nads.OverlappingRanges;
import dev.multihoming.core.rules.nads.OverlappingRangesElsewhere;
import dev.multihoming.core.rules.nads.PluginAsIpam;
import dev.multihoming.core.rules.nads.PoolBounds;
import dev.multihoming.core.rules.nads.RepeatedConfigKey;
import dev.multihoming.core.rules.nads.SeveralBridgeGateways;
import dev.multihoming.core.rules.nads.SharedSegment;
import dev.multihoming.core.rules.nads.StaticWithoutAddress;
import dev.multihoming.core.rules.nads.UnchainedPlugin;
import dev.multihoming.core.rules.nads.UndeployedPlugin;
import dev.multihoming.core.rules.nads.UnknownCapability;
import dev.multihoming.core.rules.nads.UnknownNodeLink;
import dev.multihoming.core.rules.nads.UnlabelledPrimaryNetwork;
import dev.multihoming.core.rules.nads.UnsafeConfigText;
import dev.multihoming.core.rules.nads.UnsuitedPluginList;
import dev.multihoming.core.rules.nads.UnsupportedCniVersion;
import dev.multihoming.core.rules.nads.UnusableStaticAddress;
import dev.multihoming.core.rules.networkpolicies.NetworkPolicyWithoutNetwork;
import dev.multihoming.core.rules.pods.AmbiguousSelectionKey;
import dev.multihoming.core.rules.pods.CrossNamespaceNetwork;
import dev.multihoming.core.rules.pods.DefaultNetworkReplaced;
import dev.multihoming.core.rules.pods.DefaultRouteRequested;
import dev.multihoming.core.rules.pods.DeviceChosen;
import dev.multihoming.core.rules.pods.DuplicateInterfaceName;
import dev.multihoming.core.rules.pods.Eth0ChangedByArgs;
import dev.multihoming.core.rules.pods.Eth0DisabledByArgs;
import dev.multihoming.core.rules.pods.HarmfulNetworkSelected;
import dev.multihoming.core.rules.pods.HostNetworkPod;
import dev.multihoming.core.rules.pods.HostPortRequested;
import dev.multihoming.core.rules.pods.IdleNetworkResource;
import dev.multihoming.core.rules.pods.IgnoredRequest;
import dev.multihoming.core.rules.pods.IgnoredSelectionKey;
import dev.multihoming.core.rules.pods.ImpossibleAddressRequest;
import dev.multihoming.core.rules.pods.ImpossibleBandwidth;
import dev.multihoming.core.rules.pods.ImpossibleHardwareAddress;
import dev.multihoming.core.rules.pods.ImpossibleMacRequest;
import dev.multihoming.core.rules.pods.InterfaceNameClash;
import dev.multihoming.core.rules.pods.InterfaceNameNotNormalised;
import dev.multihoming.core.rules.pods.InvalidInterfaceName;
import dev.multihoming.core.rules.pods.InvalidPortMapping;
import dev.multihoming.core.rules.pods.MalformedNetworks;
import dev.multihoming.core.rules.pods.MissingAddressRequest;
import dev.multihoming.core.rules.pods.MissingNetwork;
import dev.multihoming.core.rules.pods.MissingNetworkResource;
import dev.multihoming.core.rules.pods.MissingNodeSelector;
import dev.multihoming.core.rules.pods.MissingPodLink;
import dev.multihoming.core.rules.pods.NetworkSelectedTooOften;
import dev.multihoming.core.rules.pods.NetworkStatusWritten;
import dev.multihoming.core.rules.pods.NodeSelectorConflict;
import dev.multihoming.core.rules.pods.PrimaryNetworkSelected;
import dev.multihoming.core.rules.pods.ReservedInterfaceName;
import dev.multihoming.core.rules.pods.SelectionPanicsMultus;
import dev.multihoming.core.rules.pods.SeveralDefaultRoutes;
import dev.multihoming.core.rules.pods.TooManyNetworks;
import dev.multihoming.core.rules.pods.UngovernedInterfaces;
import dev.multihoming.core.rules.pods.UnreachableDefaultRoute;
import dev.multihoming.core.rules.pods.UnsafeSelectionText;
import dev.multihoming.core.rules.pods.UnverifiedNetwork;
import dev.multihoming.core.rules.pods.VrfNameTaken;
import dev.multihoming.core.rules.policies.AuthorSettableSubject;
import dev.multihoming.core.rules.policies.CircularPolicy;
import dev.multihoming.core.rules.policies.EndedExemption;
import dev.multihoming.core.rules.policies.ExtendedPolicyDeleted;
import dev.multihoming.core.rules.policies.ImpersonableRequester;
import dev.multihoming.core.rules.policies.MissingParentPolicy;
import dev.multihoming.core.rules.policies.NeverMatches;
import dev.multihoming.core.rules.policies.PartialExemption;
import dev.multihoming.core.rules.policies.RuleNamedTwice;
import dev.multihoming.core.rules.policies.StricterPolicyTakesOver;
import dev.multihoming.core.rules.virtualmachines.BridgedMachineOnSharedMac;
import dev.multihoming.core.rules.virtualmachines.DefaultMachineNetwork;
import dev.multihoming.core.rules.virtualmachines.ForeignMachineNetwork;
import dev.multihoming.core.rules.virtualmachines.HarmfulMachineNetwork;
import dev.multihoming.core.rules.virtualmachines.ImpossibleMachineMac;
import dev.multihoming.core.rules.virtualmachines.ImpossibleMachineNetworkName;
import dev.multihoming.core.rules.virtualmachines.MachineWithoutPodNetwork;
import dev.multihoming.core.rules.virtualmachines.MissingMachineNetwork;
import dev.multihoming.core.rules.virtualmachines.PrimaryMachineNetwork;
import dev.multihoming.core.rules.virtualmachines.SharedMachineAddress;
import dev.multihoming.core.rules.virtualmachines.TooManyMachineNetworks;
import dev.multihoming.core.rules.virtualmachines.UnattachableMachineNetwork;
import dev.multihoming.core.rules.workloads.MisplacedAnnotation;
import dev.multihoming.core.rules.workloads.MisspeltAnnotation;
import dev.multihoming.core.rules.workloads.MorePodsThanAddresses;
import dev.multihoming.core.rules.workloads.SharedFixedAddress;
import dev.multihoming.core.subject.MultiNetworkPolicy;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.subject.Pod;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.VirtualMachine;
import dev.multihoming.core.subject.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Every rule there is. Adding one is a line here, a class and a fixture folder.
public final class RuleBook {
    private RuleBook() {}

    public static RuleSet all() {
        return new RuleSet(pods(), nads(), machines(), workloads(), networkPolicies(), policies());
    }

    /// The cards of all rules and of our own failures, in code order.
    public static List<Card> cards() {
        RuleSet all = all();
        return Stream.of(
                        all.all().map(Entry::card),
                        Stream.of(RuleFailed.card(), DeadlineExceeded.card(), ReviewFailed.card(), NotJudged.card()))
                .flatMap(cards -> cards)
                .sorted(Comparator.comparing(Card::code))
                .toList();
    }

    private static List<Entry<Pod>> pods() {
        return List.of(
                Entry.of(new MalformedNetworks()),
                Entry.of(new AmbiguousSelectionKey()),
                Entry.of(new DefaultNetworkReplaced()),
                Entry.of(new ReservedInterfaceName()),
                Entry.of(new CrossNamespaceNetwork()),
                Entry.of(new InvalidInterfaceName()),
                Entry.of(new MissingNetwork()),
                Entry.of(new DuplicateInterfaceName()),
                Entry.of(new InterfaceNameNotNormalised()),
                Entry.of(new InterfaceNameClash()),
                Entry.of(new TooManyNetworks()),
                Entry.of(new HostNetworkPod()),
                Entry.of(new UnverifiedNetwork()),
                Entry.of(new SeveralDefaultRoutes()),
                Entry.of(new MissingNetworkResource()),
                Entry.of(new MissingNodeSelector()),
                Entry.of(new NodeSelectorConflict()),
                Entry.of(new DefaultRouteRequested()),
                Entry.of(new DeviceChosen()),
                Entry.of(new NetworkStatusWritten()),
                Entry.of(new UngovernedInterfaces()),
                Entry.of(new PrimaryNetworkSelected()),
                Entry.of(new ImpossibleHardwareAddress()),
                Entry.of(new InvalidPortMapping()),
                Entry.of(new HostPortRequested()),
                Entry.of(new ImpossibleAddressRequest()),
                Entry.of(new IgnoredRequest()),
                Entry.of(new ImpossibleMacRequest()),
                Entry.of(new IgnoredSelectionKey()),
                Entry.of(new ImpossibleBandwidth()),
                Entry.of(new NetworkSelectedTooOften()),
                Entry.of(new MissingPodLink()),
                Entry.of(new VrfNameTaken()),
                Entry.of(new UnreachableDefaultRoute()),
                Entry.of(new IdleNetworkResource()),
                Entry.of(new MissingAddressRequest()),
                Entry.of(new Eth0DisabledByArgs()),
                Entry.of(new Eth0ChangedByArgs()),
                Entry.of(new UnsafeSelectionText()),
                Entry.of(new SelectionPanicsMultus()),
                Entry.of(new HarmfulNetworkSelected()));
    }

    private static List<Entry<Nad>> nads() {
        return List.of(
                Entry.of(new MalformedConfig()),
                Entry.of(new AmbiguousConfigKey()),
                Entry.of(new RepeatedConfigKey()),
                Entry.of(new MissingPluginType()),
                Entry.of(new InvalidPluginType()),
                Entry.of(new NestedMultus()),
                Entry.of(new InvalidNetworkName()),
                Entry.of(new UnsupportedCniVersion()),
                Entry.of(new OldCniVersion()),
                Entry.of(new InvalidConfigField()),
                Entry.of(new ExclusiveConfigOptions()),
                Entry.of(new ConfigTooLarge()),
                Entry.of(new MacspoofchkLeftOut()),
                Entry.of(new MissingBridgeVlan()),
                Entry.of(new MissingMacspoofchk()),
                Entry.of(new MissingConfigField()),
                Entry.of(new UnchainedPlugin()),
                Entry.of(new InvalidAddressRange()),
                Entry.of(new MissingDevice()),
                Entry.of(new MisspeltPluginType()),
                Entry.of(new MisspeltConfigField()),
                Entry.of(new ConfigFromNode()),
                Entry.of(new InconsistentOvnNetwork()),
                Entry.of(new DefaultRouteTaken()),
                Entry.of(new Eth0TakenByNetwork()),
                Entry.of(new ForeignOvnNetwork()),
                Entry.of(new NetworkInUse()),
                Entry.of(new ClusterRangeOverlap()),
                Entry.of(new UnknownNodeLink()),
                Entry.of(new BridgeWithoutResource()),
                Entry.of(new NetworkNotPermitted()),
                Entry.of(new MissingPreserveDefaultVlan()),
                Entry.of(new MissingSriovSpoofchk()),
                Entry.of(new Eth0DisabledBySysctl()),
                Entry.of(new Eth0ChangedBySysctl()),
                Entry.of(new BridgeAddressForced()),
                Entry.of(new HostPortInConfig()),
                Entry.of(new ImpossibleRoute()),
                Entry.of(new UnusableStaticAddress()),
                Entry.of(new SeveralBridgeGateways()),
                Entry.of(new UnsuitedPluginList()),
                Entry.of(new KeyOfAnotherPlugin()),
                Entry.of(new PoolBounds()),
                Entry.of(new AddressOfEth0()),
                Entry.of(new MissingPeerGateway()),
                Entry.of(new UnknownCapability()),
                Entry.of(new StaticWithoutAddress()),
                Entry.of(new NewerPluginNeeded()),
                Entry.of(new UndeployedPlugin()),
                Entry.of(new SharedSegment()),
                Entry.of(new OverlappingRanges()),
                Entry.of(new OverlappingRangesElsewhere()),
                Entry.of(new PluginAsIpam()),
                Entry.of(new LinkTakenByNetwork()),
                Entry.of(new UnlabelledPrimaryNetwork()),
                Entry.of(new UnsafeConfigText()),
                Entry.of(new ConfigPanicsMultus()));
    }

    private static List<Entry<VirtualMachine>> machines() {
        return List.of(
                Entry.of(new ForeignMachineNetwork()),
                Entry.of(new MissingMachineNetwork()),
                Entry.of(new DefaultMachineNetwork()),
                Entry.of(new MachineWithoutPodNetwork()),
                Entry.of(new PrimaryMachineNetwork()),
                Entry.of(new ImpossibleMachineMac()),
                Entry.of(new ImpossibleMachineNetworkName()),
                Entry.of(new BridgedMachineOnSharedMac()),
                Entry.of(new UnattachableMachineNetwork()),
                Entry.of(new SharedMachineAddress()),
                Entry.of(new HarmfulMachineNetwork()),
                Entry.of(new TooManyMachineNetworks()));
    }

    private static List<Entry<MultiNetworkPolicy>> networkPolicies() {
        return List.of(Entry.of(new NetworkPolicyWithoutNetwork()));
    }

    private static List<Entry<PolicyChange>> policies() {
        return List.of(
                Entry.of(new EndedExemption()),
                Entry.of(new CircularPolicy()),
                Entry.of(new MissingParentPolicy()),
                Entry.of(new AuthorSettableSubject()),
                Entry.of(new RuleNamedTwice()),
                Entry.of(new ExtendedPolicyDeleted()),
                Entry.of(new NeverMatches()),
                Entry.of(new ImpersonableRequester()),
                Entry.of(new PartialExemption()),
                Entry.of(new StricterPolicyTakesOver()));
    }

    private static List<Entry<Workload>> workloads() {
        return List.of(
                Entry.of(new MisplacedAnnotation()),
                Entry.of(new MisspeltAnnotation()),
                Entry.of(new SharedFixedAddress()),
                Entry.of(new MorePodsThanAddresses()));
    }
}
