/** HTTP without encryption: each call is a {@link dev.lbctl.launcher.http.PlainCall}. */
@NullMarked
package dev.lbctl.launcher.http;

import org.jspecify.annotations.NullMarked;
