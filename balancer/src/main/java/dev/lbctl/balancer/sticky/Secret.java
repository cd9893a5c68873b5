package dev.lbctl.balancer.sticky;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What cookies are signed with. Immutable; any thread. */
public final class Secret {
    /** Fewer octets than that can be guessed. */
    static final int SHORTEST = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    /** @param octets {@link #SHORTEST} at least */
    Secret(byte[] octets) {
        this.key = new SecretKeySpec(octets, ALGORITHM);
    }

    /** One that ends with the process. */
    public static Secret random() {
        return new Secret(randomText().getBytes(UTF_8));
    }

    static String randomText() {
        byte[] octets = new byte[SHORTEST];
        new SecureRandom().nextBytes(octets);
        return TEXT.encodeToString(octets);
    }

    /**
     * What a cookie says for a member: nothing but the HMAC (RFC 2104) over its name and its pool's, 43 characters of base64url. It
     * is the member's mark and its own signature in one: nobody can tell the name from it, nor make it without the secret.
     */
    String mark(String pool, String member) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return TEXT.encodeToString(mac.doFinal(("session\0" + pool + "\0" + member).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
