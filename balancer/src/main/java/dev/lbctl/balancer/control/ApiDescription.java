package dev.lbctl.balancer.control;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The admin API as OpenAPI describes it: docs/openapi.yaml, from the class path. */
final class ApiDescription {
    private static final String FILE = "/openapi/openapi.yaml";

    private ApiDescription() {}

    static void yaml(Context request) {
        request.result(text()).contentType("application/yaml");
    }

    static void json(Context request) {
        Object described = new Yaml(new SafeConstructor(new LoaderOptions())).load(text());
        request.json(described);
    }

    static String text() {
        try (InputStream in = Objects.requireNonNull(ApiDescription.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE + " from the class path", e);
        }
    }
}
