package main

import (
	"encoding/json"
	"errors"
)

// plugin has the keys that libcni reads of every plugin's config.
type plugin struct {
	CNIVersion       string          `json:"cniVersion,omitempty"`
	Name             string          `json:"name,omitempty"`
	Type             string          `json:"type,omitempty"`
	Capabilities     map[string]bool `json:"capabilities,omitempty"`
	IPAM             ipam            `json:"ipam,omitempty"`
	DNS              dns             `json:"dns,omitempty"`
	RawPrevResult    map[string]any  `json:"prevResult,omitempty"`
	ValidAttachments []attachment    `json:"cni.dev/valid-attachments,omitempty"`
}

type ipam struct {
	Type string `json:"type,omitempty"`
}

type dns struct {
	Nameservers []string `json:"nameservers,omitempty"`
	Domain      string   `json:"domain,omitempty"`
	Search      []string `json:"search,omitempty"`
	Options     []string `json:"options,omitempty"`
}

type attachment struct {
	ContainerID string `json:"containerID"`
	IfName      string `json:"ifname"`
}

// list has the keys that Multus reads of a config without a type.
type list struct {
	CNIVersion   string    `json:"cniVersion,omitempty"`
	Name         string    `json:"name,omitempty"`
	DisableCheck bool      `json:"disableCheck,omitempty"`
	DisableGC    bool      `json:"disableGC,omitempty"`
	Plugins      []*plugin `json:"plugins,omitempty"`
}

// readConfig decodes a config as Multus does: into a map, which any JSON object survives, then into the structure
// of a plugin and, where that has no type, into that of a list.
func readConfig(text []byte) answer {
	var object map[string]any
	if err := json.Unmarshal(text, &object); err != nil {
		return refused(err)
	}
	if object == nil {
		return refused(errors.New("null: writing the name into it crashes"))
	}
	result := decode(text)
	result.Object = true
	return result
}

func decode(text []byte) answer {
	var single plugin
	if err := json.Unmarshal(text, &single); err != nil {
		return refused(err)
	}
	if single.Type != "" {
		return answer{Accepted: true, Single: true, Plugins: []string{single.Type}}
	}
	var chain list
	if err := json.Unmarshal(text, &chain); err != nil {
		return refused(err)
	}
	if len(chain.Plugins) == 0 {
		return refused(errors.New("neither a type nor plugins"))
	}
	types := []string{}
	for _, entry := range chain.Plugins {
		if entry == nil || entry.Type == "" {
			return refused(errors.New("a plugin without a type"))
		}
		types = append(types, entry.Type)
	}
	return answer{Accepted: true, Plugins: types}
}
