package dev.lbctl.config;

/** Methods that are refused unless an operator allows them (RFC 9110, sections 9.3.6 and 9.3.8). */
public enum ExtraMethod {
    CONNECT,
    TRACE
}
