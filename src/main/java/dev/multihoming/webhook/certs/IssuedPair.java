package dev.multihoming.webhook.certs;

/// A new pair and the authority that signed it, all in PEM. The authority's key is nowhere: it signs once.
public record IssuedPair(String authority, String certificate, String key) {}
