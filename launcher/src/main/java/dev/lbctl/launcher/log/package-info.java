/** What nodes write: their files, followed, read from the end and kept from growing too large; start at {@link dev.lbctl.launcher.log.NodeLog}. */
@NullMarked
package dev.lbctl.launcher.log;

import org.jspecify.annotations.NullMarked;
