package dev.lbctl.config;

/** How the launcher looks after a node. */
public record CareConfig(ReadyConfig ready, StopConfig stop, RestartPolicy restart) {}
