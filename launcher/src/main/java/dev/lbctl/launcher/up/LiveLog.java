package dev.lbctl.launcher.up;

import dev.lbctl.launcher.console.EventLine;
import dev.lbctl.launcher.event.EventRing;
import java.time.Instant;

/**
 * Prints what happens from some time on: a balancer that is adopted tells of its past first.
 *
 * @param from what happened before is left out
 */
record LiveLog(EventLine line, Instant from) {

    void take(EventRing.Numbered numbered) {
        if (!numbered.event().time().isBefore(from)) {
            line.print(numbered.event());
        }
    }
}
