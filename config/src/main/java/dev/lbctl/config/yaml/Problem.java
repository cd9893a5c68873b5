package dev.lbctl.config.yaml;

/**
 * One thing wrong in a text.
 *
 * @param line from 1; 0 when the text as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 */
public record Problem(int line, int column, String what, String fix) {}
