/** HTTP without encryption: a command's call is a {@link dev.lbctl.launcher.http.PlainCall}, whoever waits for many answers at once has {@link dev.lbctl.launcher.http.PlainHttp}. */
@NullMarked
package dev.lbctl.launcher.http;

import org.jspecify.annotations.NullMarked;
