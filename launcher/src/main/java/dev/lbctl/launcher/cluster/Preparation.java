package dev.lbctl.launcher.cluster;

import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.nio.file.Path;

/** What a command that asks a cluster needs first comes first. No lambda: there is nothing yet for those at a JVM's beginning. */
record Preparation() implements Runnable {

    @Override
    public void run() {
        new RunDirectory("", Path.of("")).clusterRecord().prepare();
        SupervisorClient.prepare();
    }
}
