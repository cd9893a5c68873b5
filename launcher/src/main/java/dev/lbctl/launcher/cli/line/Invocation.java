package dev.lbctl.launcher.cli.line;

import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import java.util.List;
import java.util.Map;

/** The line that was typed, as far as every command wants to know it. */
public interface Invocation {

    /** The cluster that was named, running or not. */
    Cluster cluster();

    Output output();

    /** Who typed it, as far as they can be asked. */
    Person person();

    Map<String, String> environment();

    /** Does what another line for the same cluster would; answers its exit code. */
    int execute(List<String> words);
}
