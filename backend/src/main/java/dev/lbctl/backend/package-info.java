/** The sample server a cluster balances over; start at {@link dev.lbctl.backend.BackendServer}. */
@NullMarked
package dev.lbctl.backend;

import org.jspecify.annotations.NullMarked;
