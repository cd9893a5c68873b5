package dev.lbctl.launcher.rundir;

import dev.lbctl.launcher.node.Fault;
import java.io.IOException;
import java.nio.file.Files;
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
            Files.deleteIfExists(of(node));
        } else {
            PrivateFiles.write(of(node), RecordJson.write(fault));
        }
    }

    /** Empty when it has none, or when what it has cannot be read. */
    public Optional<Fault> told(String node) {
        try {
            return RecordJson.read(of(node), Fault.class);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
