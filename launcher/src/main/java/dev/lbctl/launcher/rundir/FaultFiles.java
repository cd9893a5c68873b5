package dev.lbctl.launcher.rundir;

import dev.lbctl.launcher.node.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code faults/NAME.json}: what sample servers are told of the faults they are to have. Nobody but the owner can write there. */
public record FaultFiles(Path directory) {

    /** Where a server looks. */
    public Path of(String node) {
        return directory.resolve(node + ".json");
    }

    /** Null ends the fault that it has. */
    public void tell(String node, @Nullable Fault fault) throws IOException {
        if (fault == null) {
            kept(node).remove();
        } else {
            kept(node).write(fault);
        }
    }

    /** Empty when it has none, or when what it has cannot be read. */
    public Optional<Fault> told(String node) {
        try {
            return kept(node).read();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Kept<Fault> kept(String node) {
        return new Kept<>(of(node), Fault.class);
    }
}
