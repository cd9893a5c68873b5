package dev.lbctl.launcher.reload;

import dev.lbctl.launcher.supervisor.Supervisor;
import java.util.concurrent.TimeUnit;

/** That no rolling restart is under way. */
public final class Calm {
    private static final long POLL_MS = 100;

    private Calm() {}

    /** Waits for it; false when it was interrupted. */
    public static boolean await(Supervisor supervisor) {
        try {
            while (supervisor.rolling().join().running()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
