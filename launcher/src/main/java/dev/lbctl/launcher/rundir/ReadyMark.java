package dev.lbctl.launcher.rundir;

import dev.lbctl.balancer.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ready}: by it who waits for a launcher learns that its cluster serves, without asking it over and over. */
public record ReadyMark(Path file) {

    /** The cluster of this launcher serves. */
    public void set(long launcher) throws IOException {
        new PrivateFile(file).write(launcher + "\n");
    }

    /** Whether that of this very launcher does; a mark may be left from one that is gone. */
    public boolean isOf(long launcher) {
        try {
            return Files.exists(file) && Files.readString(file).equals(launcher + "\n");
        } catch (IOException justGone) {
            return false;
        }
    }
}
