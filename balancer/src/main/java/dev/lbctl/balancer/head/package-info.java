/** Heads of HTTP/1.1 messages, read strictly: one meaning, or a flaw; start at {@link dev.lbctl.balancer.head.RequestReader}. */
@NullMarked
package dev.lbctl.balancer.head;

import org.jspecify.annotations.NullMarked;
