package main

import (
	"encoding/json"
	"net"
	"strings"
)

// selection has the keys of an element of the networks annotation, with the types that Multus gives them.
type selection struct {
	Name             string          `json:"name"`
	Namespace        string          `json:"namespace,omitempty"`
	IPs              []string        `json:"ips,omitempty"`
	MAC              string          `json:"mac,omitempty"`
	GUID             string          `json:"infiniband-guid,omitempty"`
	Interface        string          `json:"interface,omitempty"`
	InterfaceRequest string          `json:"interfaceRequest,omitempty"`
	PortMappings     []*portMapping  `json:"portMappings,omitempty"`
	Bandwidth        *bandwidth      `json:"bandwidth,omitempty"`
	DeviceID         string          `json:"deviceID,omitempty"`
	CNIArgs          *map[string]any `json:"cni-args"`
	DefaultRoute     *[]net.IP       `json:"default-route,omitempty"`
}

type portMapping struct {
	HostPort      int    `json:"hostPort"`
	ContainerPort int    `json:"containerPort"`
	Protocol      string `json:"protocol,omitempty"`
	HostIP        string `json:"hostIP,omitempty"`
}

type bandwidth struct {
	IngressRate  int `json:"ingressRate"`
	IngressBurst int `json:"ingressBurst"`
	EgressRate   int `json:"egressRate"`
	EgressBurst  int `json:"egressBurst"`
}

// element is what an answer tells of a selection.
type element struct {
	Name      string   `json:"name"`
	Namespace string   `json:"namespace"`
	Interface string   `json:"interface"`
	Addresses []string `json:"addresses"`
	Routes    []string `json:"routes"`
}

// readSelections reads the JSON form of the annotation. Checks beyond the decoder's are those of hardware and IP
// addresses, by the same functions of package net that Multus calls.
func readSelections(text []byte) answer {
	var selections []*selection
	if err := json.Unmarshal(text, &selections); err != nil {
		return refused(err)
	}
	elements := []element{}
	for _, s := range selections {
		if err := s.checkAddresses(); err != nil {
			return refused(err)
		}
		elements = append(elements, s.tell())
	}
	return answer{Accepted: true, Elements: elements}
}

func (s *selection) checkAddresses() error {
	for _, hardware := range []string{s.MAC, s.GUID} {
		if hardware == "" {
			continue
		}
		if _, err := net.ParseMAC(hardware); err != nil {
			return err
		}
	}
	for _, ip := range s.IPs {
		if strings.Contains(ip, "/") {
			if _, _, err := net.ParseCIDR(ip); err != nil {
				return err
			}
		} else if net.ParseIP(ip) == nil {
			return &net.ParseError{Type: "IP address", Text: ip}
		}
	}
	return nil
}

func (s *selection) tell() element {
	told := element{Name: s.Name, Namespace: s.Namespace, Interface: s.Interface, Routes: []string{}}
	if told.Interface == "" {
		told.Interface = s.InterfaceRequest
	}
	told.Addresses = []string{s.MAC, s.GUID}
	if s.DefaultRoute != nil {
		for _, gateway := range *s.DefaultRoute {
			told.Routes = append(told.Routes, family(gateway))
		}
	}
	return told
}

func family(gateway net.IP) string {
	switch {
	case gateway == nil:
		return "none"
	case gateway.To4() != nil:
		return "IPv4"
	default:
		return "IPv6"
	}
}
