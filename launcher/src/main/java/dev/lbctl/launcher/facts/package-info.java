/** What is known of a cluster, from its launcher and its balancer; start at {@link dev.lbctl.launcher.facts.Facts}. */
@NullMarked
package dev.lbctl.launcher.facts;

import org.jspecify.annotations.NullMarked;
