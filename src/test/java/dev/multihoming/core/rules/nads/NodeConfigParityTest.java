package dev.multihoming.core.rules.nads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Configs that were run on a real Multus with the real plugins (node-behavior.md#config-text, #cni-plugins,
/// #ipam-plugins): what failed there is found here, what worked is not.
class NodeConfigParityTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'cniVersion':'1.0.0','type':'bridge','vlan':4095} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':5000} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':-1} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':'100'} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':0,'VLAN':5000} | MH202 MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':5000,'vlan':0} | MH202",
                "{'cniVersion':'1.0.0','type':'bridge','macspoofchk':'true'} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','macspoofchk':1} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','hairpinMode':true,'promiscMode':true} | MH211",
                "{'cniVersion':'1.0.0','type':'bridge','disableContainerInterface':true,'ipam':{'type':'dhcp'}} | MH211 MH224",
                "{'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'id':0}]} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'minID':10}]} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'minID':20,'maxID':10}]} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'id':4095}]} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','bridge':'a-bridge-name-16'} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','bridge':''} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','mtu':'1500'} | MH210",
                "{'cniVersion':'1.0.0','type':'bridge','mtu':100000} | MH210",
                "not json | MH201",
                "['bridge'] | MH201",
                "null | MH201 MH603",
                "{'cniVersion':'1.0.0','name':'q'} | MH204",
                "{'cniVersion':'9.9.9','type':'tap'} | MH208",
                "{'cniVersion':'0.1.0','type':'bridge'} | MH209",
                "{'cniVersion':'0.2.0','type':'bridge'} | MH209",
                "{'cniVersion':1,'type':'tap'} | MH208",
                "{'cniVersion':'1.0.0','name':'a/b','type':'tap'} | MH207",
                "{'cniVersion':'1.0.0','name':'a b','type':'tap'} | MH207",
                "{'cniVersion':'1.0.0','type':'../tap'} | MH205",
                "{'cniVersion':'1.0.0','name':'q','plugins':[]} | MH204 MH603",
                "{'cniVersion':'1.0.0','name':'q','plugins':[{'bridge':'br1'}]} | MH204",
                "{'cniVersion':'1.0.0','name':'q','plugins':[{'type':'tap'},{'mtu':1}]} | MH204",
                "{'cniVersion':'1.0.0','name':'q','Plugins':[{'type':'tap'}]} | MH202 MH603",
                "{'cniVersion':'1.0.0','name':'q','disableCheck':'true','plugins':[{'type':'tap'}]} | MH210",
                "{'cniVersion':'1.0.0', /* no */ 'type':'tap'} | MH201",
                "{'cniVersion':'1.0.0','type':'multus','delegates':[]} | MH206 MH602",
                "{'cniVersion':'1.0.0','type':'tap',} | MH201",
                "{'cniVersion':'1.0.0','type':'bridge','Vlan':5000} | MH202 MH210",
                "{'cniVersion':'1.0.0','type':'bridge','VLAN':5000,'vlan':0} | MH202",
                "{'cniVersion':'1.0.0','name':'q','type':'bridge','Type':'macvlan'} | MH202",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','mode':'x'} | MH210",
                "{'cniVersion':'1.0.0','type':'ipvlan','master':'m0','mode':'bridge','ipam':{'type':'host-local','subnet':'10.1.2.0/24'}} | MH210",
                "{'cniVersion':'1.0.0','type':'vlan','master':'m0','vlanId':4095} | MH210 MH252",
                "{'cniVersion':'1.0.0','type':'vlan','vlanId':5} | MH216 MH252",
                "{'cniVersion':'1.0.0','type':'host-device'} | MH219",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','dataDir':'/tmp/x'}} | MH216",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0'}} | MH210",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.3/24'}} | MH218",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/31'}} | MH218",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/24','rangeStart':'10.1.3.1'}} | MH218",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','ranges':[[{'subnet':'10.1.0.0/16'}],[{'subnet':'10.1.2.0/24'}]]}} | MH218",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'10.1.2.3'}]}} | MH210",
                "{'cniVersion':'1.0.0','type':'tap','ipam':'static'} | MH210",
                "{'cniVersion':'1.0.0','plugins':[{'type':'tap'},{'type':'tuning','sysctl':{'kernel.panic':'1'}}]} | MH210",
                "{'cniVersion':'1.0.0','plugins':[{'type':'tap'},{'type':'tuning','sysctl':{'net.core.somaxconn':500}}]} | MH210",
                "{'cniVersion':'1.0.0','type':'tuning'} | MH217",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'::/64'}]}} | MH239",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'fd00::1/64'},{'address':'fd00::1/128'}]}} | MH239",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'10.1.2.3/24'},{'address':'::ffff:10.1.2.3/120'}]}} | MH239",
                "{'cniVersion':'0.2.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'10.1.2.3/24'},{'address':'10.1.3.3/24'}]}} | MH209",
                "{'cniVersion':'0.2.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','ranges':[[{'subnet':'10.1.2.0/24'}],[{'subnet':'10.1.3.0/24'}]]}} | MH209",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/24','routes':[{'dst':'10.9.0.0/24'},{'dst':'172.20.0.0/16','gw':'10.9.0.1'}]}} | MH238",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/24','routes':[{'dst':'172.20.0.0/16','gw':'10.1.2.255'}]}} | MH238",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/24','routes':[{'dst':'172.20.0.0/16','table':254},{'dst':'172.20.0.0/16'}]}} | MH238",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'fd00:1::/64','routes':[{'dst':'fd01::/64','gw':'::'}]}} | MH238",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'10.1.2.3/24'}],'routes':[{'dst':'172.20.0.0/16','scope':255}]}} | MH238",
                "{'cniVersion':'1.0.0','type':'bridge','isGateway':true,'ipam':{'type':'static','addresses':[{'address':'10.1.2.3/24','gateway':'10.1.2.1'},{'address':'10.1.2.4/24','gateway':'10.1.2.254'}]}} | MH240",
                "{'cniVersion':'1.0.0','type':'ptp','ipam':{'type':'static','addresses':[{'address':'fd00::5/64'}]}} | MH245",
                "{'cniVersion':'1.0.0','type':'ptp','ipam':{'type':'static','addresses':[{'address':'10.1.2.3/32','gateway':'10.1.2.1'}]}} | MH245",
            })
    void whatFailsOnTheNodeIsDenied(String config, String codes) {
        assertThat(NadReview.codes(NadReview.json(config))).as(config).isEqualTo(List.of(codes.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'cniVersion':'1.0.0','type':'bridge','vlan':0}",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':0.0}",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':1e2}",
                "{'cniVersion':'1.0.0','type':'bridge','vlan':null}",
                "{'cniVersion':'1.0.0','type':'bridge','macspoofchk':true,'disableContainerInterface':true}",
                "{'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[]}",
                "{'cniVersion':'1.0.0','type':'bridge','mtu':-1}",
                "{'cniVersion':'1.0.0','type':'tap'}",
                "{'cniVersion':'1.0.0','name':'another','type':'tap'}",
                "{'cniVersion':'1.0.0','name':'q','type':'tap','plugins':[{'type':'bridge','vlan':'x'}]}",
                "{'cniVersion':'1.0.0','type':'macvlan','vlan':0,'macspoofchk':false}",
                "{'cniVersion':'1.0.0','type':'bridge','ipam':{}}",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'fd00:1::/64','routes':[{'dst':'fd00:2::/64','gw':'fd00:1::1','scope':253}]}}",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/24','routes':[{'dst':'172.20.0.0/16','gw':'0.0.0.0'}]}}",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/24','routes':[{'dst':'172.20.0.0/16','gw':'10.1.2.2'},{'dst':'172.20.0.0/16','gw':'10.1.2.3'}]}}",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'10.1.2.3/24'}],'routes':[{'dst':'10.9.0.0/24','scope':253},{'dst':'172.20.0.0/16','gw':'10.9.0.1'}]}}",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'10.1.2.2/31'}],'routes':[{'dst':'172.20.0.0/16','gw':'10.1.2.3'}]}}",
                "{'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','ranges':[[{'subnet':'10.1.2.0/24','rangeEnd':'10.1.2.1'},{'subnet':'10.1.3.0/24'}]]}}",
                "{'cniVersion':'0.2.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','ranges':[[{'subnet':'10.1.2.0/24'}],[{'subnet':'fd00:1::/64'}]]}}",
                "{'cniVersion':'1.0.0','type':'bridge','isGateway':true,'ipam':{'type':'host-local','ranges':[[{'subnet':'fd00:1::/64'}],[{'subnet':'fd00:2::/64'}]]}}",
                "{'cniVersion':'1.0.0','type':'ptp','ipam':{'type':'static','addresses':[{'address':'fd00::5/128','gateway':'fd00::1'}]}}",
                "{'cniVersion':'1.0.0','name':'q','anything':5000,'plugins':[{'type':'bridge'}]}",
            })
    void whatWorksOnTheNodeIsAdmitted(String config) {
        assertThat(NadReview.codes(NadReview.json(config))).as(config).isEmpty();
    }
}
