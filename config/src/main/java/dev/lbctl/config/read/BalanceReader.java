package dev.lbctl.config.read;

import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.HashBy;
import dev.lbctl.config.HashConfig;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import dev.lbctl.config.yaml.Words;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a pool's members share its requests: keys that stand directly in the pool. */
final class BalanceReader {
    private static final Kind<String> PART = Kind.text(
            "the name of a header field, a cookie or a parameter",
            Pattern.compile("[!-~&&[^\"&,:;=]]{1,128}"),
            "write it as requests have it, like session");

    private BalanceReader() {}

    /** @param file where relative paths begin in its directory */
    static BalanceConfig balance(Section pool, Path file) {
        return new BalanceConfig(
                pool.value("algorithm", Kind.oneOf("an algorithm", AlgorithmKind.class)),
                pool.section("hash", BalanceReader::hash),
                pool.value("slow_start", Kind.durationOrZero()),
                pool.has("sticky") ? pool.section("sticky", s -> StickyReader.sticky(s, file)) : null);
    }

    private static HashConfig hash(Section s) {
        HashBy by = s.value("by", Kind.oneOf("what to hash by", HashBy.class));
        @Nullable String name = s.optional("name", PART).orElse(null);
        if (by.isNamed() && !s.has("name")) {
            s.problem(
                    "by",
                    "by: " + Words.of(by) + " does not say which one",
                    "write its name as well, like name: session");
        }
        if (!by.isNamed() && s.has("name")) {
            s.problem(
                    "name",
                    "by: " + Words.of(by) + " takes no name",
                    "leave the name out, or write by: header, cookie or query");
        }
        return new HashConfig(by, by.isNamed() ? name : null);
    }
}
