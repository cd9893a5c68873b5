/**
 * The only HTTP clients: start at {@link dev.lbctl.launcher.client.SupervisorClient} and {@link
 * dev.lbctl.launcher.client.BalancerClient}.
 */
@NullMarked
package dev.lbctl.launcher.client;

import org.jspecify.annotations.NullMarked;
