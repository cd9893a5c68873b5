/** What has ended at one backend, in numbers; start at {@link dev.lbctl.balancer.ledger.Ledger}. */
@NullMarked
package dev.lbctl.balancer.ledger;

import org.jspecify.annotations.NullMarked;
