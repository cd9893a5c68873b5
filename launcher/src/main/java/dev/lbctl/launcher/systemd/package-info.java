/** What concerns systemd: telling it how the launcher does, and the unit that has it look after a cluster. Start with {@link dev.lbctl.launcher.systemd.Systemd}. */
@NullMarked
package dev.lbctl.launcher.systemd;

import org.jspecify.annotations.NullMarked;
