package dev.lbctl.launcher;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for what keeps people out of a page, by axe-core's rules. It comes by the debugger: no page would let it in otherwise. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String LOOK = """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations.map(found => `${found.id} (${found.help}): `
                + found.nodes.slice(0, 5).map(node => `${node.target} ${node.failureSummary}`).join('; '));
            }
            """;

    private Axe() {}

    /** Each broken rule with the elements that break it; empty for a page that all can use. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(LOOK);
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
