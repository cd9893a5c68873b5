package dev.lbctl.config;

/** Which Host a backend is sent (RFC 9110, section 7.2). */
public enum HostHeader {
    /** The client's. */
    PRESERVE,
    /** The backend's own address. */
    BACKEND
}
