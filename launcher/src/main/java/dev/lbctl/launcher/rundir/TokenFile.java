package dev.lbctl.launcher.rundir;

import dev.lbctl.balancer.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** {@code token}: the word by which whoever can read it may change the cluster. */
public record TokenFile(Path file) {
    private static final int BYTES = 32;

    /** The one that is there, as what still runs knows it, or else a new one. */
    public String create() throws IOException {
        Optional<String> present = read();
        if (present.isPresent()) {
            return present.get();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String created = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        new PrivateFile(file).write(created + "\n");
        return created;
    }

    public Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
