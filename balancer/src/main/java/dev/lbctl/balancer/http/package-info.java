/** What HTTP/1.1 messages are made of: heads, fields and the words for what is wrong; start at {@link dev.lbctl.balancer.http.RequestHead}. */
@NullMarked
package dev.lbctl.balancer.http;

import org.jspecify.annotations.NullMarked;
