package dev.lbctl.launcher.cluster;

import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.http.PlainCall;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.nio.file.Path;

/** What is needed first comes first. No lambda: there is nothing yet for those at a JVM's beginning. */
record Preparation() implements Runnable {

    @Override
    public void run() {
        new RunDirectory("", Path.of("")).clusterRecord().prepare();
        PlainCall.prepare();
        SupervisorClient.prepare();
        BalancerClient.prepare();
    }
}
