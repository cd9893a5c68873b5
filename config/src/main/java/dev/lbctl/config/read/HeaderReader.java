package dev.lbctl.config.read;

import dev.lbctl.config.HeaderConfig;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a route changes in header sections: fields that are set, added and removed. */
final class HeaderReader {
    /** On these rests where a message ends, or what becomes of its connection. */
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    private static final Kind<String> NAME = new Kind<>(
            "a field that may be changed",
            text -> Optional.of(text).filter(TOKEN.asMatchPredicate()).filter(name -> !OURS.contains(folded(name))),
            HeaderReader::advice);
    private static final Kind<String> VALUE = Kind.text(
            "a field's value",
            Pattern.compile("([!-~]([\t -~]{0,4094}[!-~])?)?"),
            "write visible ASCII characters on one line, blanks only between them");

    private HeaderReader() {}

    static HeaderConfig edits(Section s) {
        Map<String, String> set = s.section("set", HeaderReader::fields);
        Map<String, String> add = s.section("add", HeaderReader::fields);
        List<String> remove = s.values("remove", NAME);
        for (String name : set.keySet()) {
            if (remove.stream().anyMatch(removed -> folded(removed).equals(folded(name)))) {
                s.problem(
                        "remove", name + " is set and removed", "keep one of the two: what is set replaces all others");
            }
        }
        return new HeaderConfig(set, add, remove);
    }

    private static Map<String, String> fields(Section s) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String name : s.names(NAME)) {
            if (!seen.add(folded(name))) {
                s.problem(name, "a second value for " + name, "keep one of the two");
            }
            s.optional(name, VALUE).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    private static String advice(String name) {
        if (folded(name).equals("host")) {
            return "the pool's key host tells which one is sent: preserve or backend";
        }
        return OURS.contains(folded(name))
                ? "leave it to lbctl: the end of the message, or what becomes of the connection, rests on it"
                : "write a name like X-Team";
    }

    /** As a server takes it that makes variables of names (RFC 3875, section 4.1.18). */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
