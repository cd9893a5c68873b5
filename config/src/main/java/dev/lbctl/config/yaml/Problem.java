package dev.lbctl.config.yaml;

/**
 * One thing wrong in a text, or with what is said in place of it.
 *
 * @param source the text's name, or that of the flag or variable that is wrong
 * @param line from 1; 0 when the source as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 */
public record Problem(String source, int line, int column, String what, String fix) {}
