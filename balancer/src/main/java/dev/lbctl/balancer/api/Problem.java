package dev.lbctl.balancer.api;

/**
 * One thing wrong in a configuration.
 *
 * @param line from 1; 0 when the text as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 * @param fix what to write instead
 */
public record Problem(int line, int column, String what, String fix) {}
