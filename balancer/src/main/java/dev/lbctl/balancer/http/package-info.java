/** Strict reading and canonical writing of HTTP/1.1 messages, without a channel in sight; start at {@link dev.lbctl.balancer.http.RequestReader}. */
@NullMarked
package dev.lbctl.balancer.http;

import org.jspecify.annotations.NullMarked;
