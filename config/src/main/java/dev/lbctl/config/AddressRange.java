package dev.lbctl.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All IP addresses that begin with the same bits (RFC 4632, section 3.1, and RFC 4291, section 2.3), or a single one.
 *
 * @param network the first of them
 * @param prefix how many bits they share: 0–32 of an IPv4, 0–128 of an IPv6 address
 */
public record AddressRange(InetAddress network, int prefix) {
    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]{2,45})(?:/(0|[1-9][0-9]{0,2}))?");

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; empty when bits are set after the prefix. */
    public static Optional<AddressRange> parse(String text) {
        return read(text).filter(range -> range.equals(range.masked()));
    }

    /** Like {@link #parse}, but bits after the prefix are dropped. */
    public static Optional<AddressRange> around(String text) {
        return read(text).map(AddressRange::masked);
    }

    /** An address of the other family is never contained. */
    public boolean contains(InetAddress address) {
        byte[] bits = network.getAddress();
        byte[] others = address.getAddress();
        int whole = prefix / 8;
        int rest = prefix % 8;
        return bits.length == others.length
                && Arrays.equals(bits, 0, whole, others, 0, whole)
                && (rest == 0 || ((bits[whole] ^ others[whole]) & mask(rest)) == 0);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        boolean single = prefix == network.getAddress().length * 8;
        return network.getHostAddress() + (single ? "" : "/" + prefix);
    }

    private static Optional<AddressRange> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String prefix = form.group(2);
        return IpLiteral.parse(form.group(1)).flatMap(address -> {
            int bits = address.getAddress().length * 8;
            int shared = prefix == null ? bits : Integer.parseInt(prefix);
            return shared <= bits ? Optional.of(new AddressRange(address, shared)) : Optional.empty();
        });
    }

    private AddressRange masked() {
        byte[] bits = network.getAddress();
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= (byte) mask(Math.min(Math.max(prefix - 8 * i, 0), 8));
        }
        try {
            return new AddressRange(InetAddress.getByAddress(bits), prefix);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for a wrong number of bytes
        }
    }

    /** The highest bits of a byte. */
    private static int mask(int bits) {
        return 0xff << (8 - bits);
    }
}
