/** What happens to header fields on their way through; start at {@link dev.lbctl.balancer.header.RequestHeader}. */
@NullMarked
package dev.lbctl.balancer.header;

import org.jspecify.annotations.NullMarked;
