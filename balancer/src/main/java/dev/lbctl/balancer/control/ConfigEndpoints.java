package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.reload.InEffect;
import dev.lbctl.balancer.reload.Mask;
import dev.lbctl.balancer.reload.Proposal;
import dev.lbctl.balancer.reload.ReloadResult;
import dev.lbctl.balancer.reload.Reloader;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.yaml.Suggestion;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The configuration in effect: shown, and replaced as a whole. */
record ConfigEndpoints(Reloader reloader) {
    private static final String BY = "PUT /config";
    private static final String YAML = "application/yaml";
    private static final int LONGEST = 1 << 20;

    void show(Context request) {
        InEffect now = reloader.now();
        Map<String, Object> tree = Mask.hidden(ConfigFile.tree(now.config()));
        boolean yaml = String.valueOf(request.header("Accept")).contains("yaml");
        request.header("ETag", etag(now.tag(), yaml)).header("Vary", "Accept");
        if (yaml) {
            request.result(ConfigFile.text(tree)).contentType(YAML);
        } else {
            request.json(tree);
        }
    }

    void replace(Context request) throws IOException {
        boolean dryRun = isDryRun(request);
        Predicate<String> expects = expected(request.header("If-Match"));
        ConfigResult read = ConfigFile.parse("the body", text(request));
        ReloadResult result = reloader.replace(new Proposal(read, BY, expects, dryRun));
        if (result instanceof ReloadResult.Accepted accepted) {
            String tag = dryRun ? reloader.now().tag() : accepted.tag();
            request.header("ETag", etag(tag, false)).json(ConfigMapping.report(accepted, !dryRun));
        } else if (result instanceof ReloadResult.Invalid invalid) {
            throw ConfigMapping.refusal(400, "invalid_configuration", invalid.problems());
        } else if (result instanceof ReloadResult.Fixed fixed) {
            throw ConfigMapping.refusal(409, "restart_needed", fixed.problems());
        } else {
            throw refusal(
                    412,
                    "outdated",
                    "the configuration in effect is not the one that If-Match names",
                    "GET /config again, and make the change to that one");
        }
    }

    /** A strong one: every form of the configuration has its own (RFC 9110, section 8.8.3). */
    private static String etag(String tag, boolean yaml) {
        return '"' + tag + (yaml ? "-yaml" : "-json") + '"';
    }

    private static Predicate<String> expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw refusal(
                    428,
                    "if_match_needed",
                    "nothing says which configuration this one is to replace",
                    "send If-Match with the ETag of GET /config, or If-Match: * to replace any");
        }
        List<String> tags =
                List.of(ifMatch.split(",")).stream().map(String::strip).toList();
        return tag -> tags.contains("*") || tags.contains(etag(tag, true)) || tags.contains(etag(tag, false));
    }

    private static boolean isDryRun(Context request) {
        request.queryParamMap().keySet().stream()
                .filter(name -> !name.equals("dry_run"))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.wrongValue(
                            "there is no parameter \"" + name + "\"", Suggestion.advice(name, List.of("dry_run")));
                });
        String value = request.queryParam("dry_run");
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.isEmpty() && !value.equals("true")) {
            throw Refusal.wrongValue("dry_run is \"" + value + "\"", "write true or false");
        }
        return true;
    }

    /** YAML, of which JSON is a part, except that YAML has no tabs between values. */
    private static String text(Context request) throws IOException {
        byte[] body = request.req().getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw refusal(413, "body_too_large", "the body is over 1 MiB", "send a smaller configuration");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return String.valueOf(request.contentType()).contains("json") ? text.replace('\t', ' ') : text;
        } catch (CharacterCodingException e) {
            throw Refusal.wrongValue("the body is not UTF-8 text", "send it as UTF-8");
        }
    }

    private static Refusal refusal(int status, String error, String detail, String hint) {
        return new Refusal(status, new ErrorBody(error, detail, hint));
    }
}
