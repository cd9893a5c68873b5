/** The JDK's HTTP client as commands and probes need it: start at {@link dev.lbctl.launcher.http.PlainHttp}. */
@NullMarked
package dev.lbctl.launcher.http;

import org.jspecify.annotations.NullMarked;
