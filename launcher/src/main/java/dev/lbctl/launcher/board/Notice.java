package dev.lbctl.launcher.board;

import java.time.Instant;

/** One sentence about a change that was asked for. */
public record Notice(String text, boolean good, Instant at) {}
