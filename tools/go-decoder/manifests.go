package main

import (
	"encoding/json"

	"sigs.k8s.io/yaml"
)

// readManifest decodes YAML as kubectl does before it sends anything.
func readManifest(text []byte) answer {
	converted, err := yaml.YAMLToJSON(text)
	if err != nil {
		return refused(err)
	}
	return answer{Accepted: true, JSON: json.RawMessage(converted)}
}
