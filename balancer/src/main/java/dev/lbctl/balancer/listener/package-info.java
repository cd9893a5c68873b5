/** The clients' side: connections, framing, and the bytes of answers; start at {@link dev.lbctl.balancer.listener.ProxyServer}. */
@NullMarked
package dev.lbctl.balancer.listener;

import org.jspecify.annotations.NullMarked;
