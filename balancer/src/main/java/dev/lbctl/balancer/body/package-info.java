/** Bodies of HTTP/1.1 messages, read strictly to their end and written anew; start at {@link dev.lbctl.balancer.body.BodyReader}. */
@NullMarked
package dev.lbctl.balancer.body;

import org.jspecify.annotations.NullMarked;
