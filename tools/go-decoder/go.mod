// Says what Go's own decoder makes of a text; README.md says who asks.
module multihoming.dev/webhook/tools/go-decoder

go 1.26.0
