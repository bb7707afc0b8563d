package dev.multihoming.review;

/// Everything around the subject that a rule may look at.
public record Context(Phase phase, Requester requester, ClusterView cluster, Settings settings) {}
