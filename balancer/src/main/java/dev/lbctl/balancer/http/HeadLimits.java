package dev.lbctl.balancer.http;

/**
 * How large a head may be.
 *
 * @param line request or status line, bytes without its line end
 * @param section header or trailer section, bytes with all line ends and the empty line that closes it
 * @param fields number of fields in a section
 */
public record HeadLimits(int line, int section, int fields) {}
