package dev.lbctl.balancer.sticky;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lbctl.balancer.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a secret outlives the balancer. What surrounds its text, blanks and line ends, is no part of it.
 *
 * @param path of the file
 */
public record SecretFile(Path path) {

    /**
     * The secret that is there.
     *
     * @throws IOException when there is none, or one that can be guessed; the message is for a person
     */
    public Secret read() throws IOException {
        try {
            return parse(Files.readString(path));
        } catch (NoSuchFileException none) {
            throw new IOException("there is no secret_file " + path + "; write one: openssl rand -base64 32 > " + path);
        }
    }

    /** The secret that is there; the first time one is made, readable by its owner alone. */
    public Secret readOrMake() throws IOException {
        if (Files.notExists(path)) {
            new PrivateFile(path).write(Secret.randomText() + "\n");
        }
        return parse(Files.readString(path));
    }

    private Secret parse(String text) throws IOException {
        byte[] octets = text.strip().getBytes(UTF_8);
        if (octets.length < Secret.SHORTEST) {
            throw new IOException("the secret in " + path + " has " + octets.length + " octets, and needs "
                    + Secret.SHORTEST + "; make one: openssl rand -base64 32 > " + path);
        }
        return new Secret(octets);
    }
}
