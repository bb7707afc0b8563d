// Says what Go's own decoder makes of a text; README.md says who asks.
module multihoming.dev/webhook/tools/go-decoder

go 1.26.0

require sigs.k8s.io/yaml v1.6.0

require go.yaml.in/yaml/v2 v2.4.4 // indirect
