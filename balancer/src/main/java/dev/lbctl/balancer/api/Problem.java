package dev.lbctl.balancer.api;

/**
 * One thing wrong in a configuration.
 *
 * @param file its path, or the flag or variable that is wrong
 * @param line from 1; 0 when the text as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 * @param fix what to write instead
 */
public record Problem(String file, int line, int column, String what, String fix) {}
