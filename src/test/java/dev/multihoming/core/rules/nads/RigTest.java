package dev.multihoming.core.rules.nads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Configs that were run on a real Multus with the real plugins: what failed there is denied here (322:
/// warned of), what worked is not. The numbers are those of the runs.
class RigTest {
    @ParameterizedTest(name = "RIG {0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "204 | {'cniVersion':'1.0.0','type':'bridge','vlan':4095} | MH210",
                "205 | {'cniVersion':'1.0.0','type':'bridge','vlan':5000} | MH210",
                "206 | {'cniVersion':'1.0.0','type':'bridge','vlan':-1} | MH210",
                "207 | {'cniVersion':'1.0.0','type':'bridge','vlan':'100'} | MH210",
                "212 | {'cniVersion':'1.0.0','type':'bridge','vlan':0,'VLAN':5000} | MH202 MH210",
                "213 | {'cniVersion':'1.0.0','type':'bridge','vlan':5000,'vlan':0} | MH202",
                "217 | {'cniVersion':'1.0.0','type':'bridge','macspoofchk':'true'} | MH210",
                "218 | {'cniVersion':'1.0.0','type':'bridge','macspoofchk':1} | MH210",
                "221 | {'cniVersion':'1.0.0','type':'bridge','hairpinMode':true,'promiscMode':true} | MH211",
                "222 | {'cniVersion':'1.0.0','type':'bridge','disableContainerInterface':true,'ipam':{'type':'dhcp'}} | MH211 MH224",
                "223 | {'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'id':0}]} | MH210",
                "224 | {'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'minID':10}]} | MH210",
                "225 | {'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'minID':20,'maxID':10}]} | MH210",
                "226 | {'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[{'id':4095}]} | MH210",
                "228 | {'cniVersion':'1.0.0','type':'bridge','bridge':'a-bridge-name-16'} | MH210",
                "230 | {'cniVersion':'1.0.0','type':'bridge','bridge':''} | MH210",
                "231 | {'cniVersion':'1.0.0','type':'bridge','mtu':'1500'} | MH210",
                "233 | {'cniVersion':'1.0.0','type':'bridge','mtu':100000} | MH210",
                "239 | not json | MH201",
                "240 | ['bridge'] | MH201",
                "241 | null | MH201 MH603",
                "242 | {'cniVersion':'1.0.0','name':'q'} | MH204",
                "243 | {'name':'q','type':'bridge'} | MH209",
                "244 | {'cniVersion':'9.9.9','type':'tap'} | MH208",
                "247 | {'cniVersion':'0.1.0','type':'bridge'} | MH209",
                "248 | {'cniVersion':'0.2.0','type':'bridge'} | MH209",
                "250 | {'cniVersion':1,'type':'tap'} | MH208",
                "253 | {'cniVersion':'1.0.0','name':'a/b','type':'tap'} | MH207",
                "254 | {'cniVersion':'1.0.0','name':'a b','type':'tap'} | MH207",
                "255 | {'cniVersion':'1.0.0','type':'../tap'} | MH205",
                "259 | {'cniVersion':'1.0.0','name':'q','plugins':[]} | MH204 MH603",
                "260 | {'cniVersion':'1.0.0','name':'q','plugins':[{'bridge':'br1'}]} | MH204",
                "261 | {'cniVersion':'1.0.0','name':'q','plugins':[{'type':'tap'},{'mtu':1}]} | MH204",
                "265 | {'cniVersion':'1.0.0','name':'q','Plugins':[{'type':'tap'}]} | MH202 MH603",
                "266 | {'cniVersion':'1.0.0','name':'q','disableCheck':'true','plugins':[{'type':'tap'}]} | MH210",
                "267 | {'cniVersion':'1.0.0', /* no */ 'type':'tap'} | MH201",
                "268 | {'cniVersion':'1.0.0','type':'multus','delegates':[]} | MH206 MH602",
                "269 | {'cniVersion':'1.0.0','type':'tap',} | MH201",
                "301 | {'cniVersion':'1.0.0','type':'bridge','Vlan':5000} | MH202 MH210",
                "303 | {'cniVersion':'1.0.0','type':'bridge','VLAN':5000,'vlan':0} | MH202",
                "306 | {'cniVersion':'1.0.0','name':'q','type':'bridge','Type':'macvlan'} | MH202",
                "312 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','mode':'x'} | MH210",
                "318 | {'cniVersion':'1.0.0','type':'ipvlan','master':'m0','mode':'bridge'} | MH210",
                "320 | {'cniVersion':'1.0.0','type':'vlan','master':'m0','vlanId':4095} | MH210",
                "321 | {'cniVersion':'1.0.0','type':'vlan','vlanId':5} | MH216",
                "322 | {'cniVersion':'1.0.0','type':'host-device'} | MH219",
                "326 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','dataDir':'/tmp/x'}} | MH216",
                "327 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0'}} | MH210",
                "328 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.3/24'}} | MH218",
                "329 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/31'}} | MH218",
                "330 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','subnet':'10.1.2.0/24','rangeStart':'10.1.3.1'}} | MH218",
                "331 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'host-local','ranges':[[{'subnet':'10.1.0.0/16'}],[{'subnet':'10.1.2.0/24'}]]}} | MH218",
                "337 | {'cniVersion':'1.0.0','type':'macvlan','master':'m0','ipam':{'type':'static','addresses':[{'address':'10.1.2.3'}]}} | MH210",
                "344 | {'cniVersion':'1.0.0','type':'tap','ipam':'static'} | MH210",
                "345 | {'cniVersion':'1.0.0','plugins':[{'type':'tap'},{'type':'tuning','sysctl':{'kernel.panic':'1'}}]} | MH210",
                "347 | {'cniVersion':'1.0.0','plugins':[{'type':'tap'},{'type':'tuning','sysctl':{'net.core.somaxconn':500}}]} | MH210",
                "348 | {'cniVersion':'1.0.0','type':'tuning'} | MH217",
            })
    void whatFailsOnTheNodeIsDenied(int run, String config, String codes) {
        assertThat(NadReview.codes(NadReview.json(config))).as("RIG " + run).isEqualTo(List.of(codes.split(" ")));
    }

    @ParameterizedTest(name = "RIG {0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "201 | {'cniVersion':'1.0.0','type':'bridge','vlan':0}",
                "208 | {'cniVersion':'1.0.0','type':'bridge','vlan':0.0}",
                "209 | {'cniVersion':'1.0.0','type':'bridge','vlan':1e2}",
                "210 | {'cniVersion':'1.0.0','type':'bridge','vlan':null}",
                "219 | {'cniVersion':'1.0.0','type':'bridge','macspoofchk':true,'disableContainerInterface':true}",
                "227 | {'cniVersion':'1.0.0','type':'bridge','vlanTrunk':[]}",
                "232 | {'cniVersion':'1.0.0','type':'bridge','mtu':-1}",
                "251 | {'cniVersion':'1.0.0','type':'tap'}",
                "252 | {'cniVersion':'1.0.0','name':'another','type':'tap'}",
                "262 | {'cniVersion':'1.0.0','name':'q','type':'tap','plugins':[{'type':'bridge','vlan':'x'}]}",
                "311 | {'cniVersion':'1.0.0','type':'macvlan','vlan':0,'macspoofchk':true}",
                "342 | {'cniVersion':'1.0.0','type':'bridge','ipam':{}}",
                "421 | {'cniVersion':'1.0.0','name':'q','vlan':5000,'plugins':[{'type':'bridge'}]}",
            })
    void whatWorksOnTheNodeIsAdmitted(int run, String config) {
        assertThat(NadReview.codes(NadReview.json(config))).as("RIG " + run).isEmpty();
    }
}
