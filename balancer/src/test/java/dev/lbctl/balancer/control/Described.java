package dev.lbctl.balancer.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An OpenAPI description, asked what it says of an answer. */
record Described(JsonNode api) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Described by(String json) throws Exception {
        return new Described(JSON.readTree(json));
    }

    /** As {@code GET /status}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** As {@code GET /status 200}. */
    Set<String> answers() {
        return operations().stream()
                .flatMap(operation -> statuses(operation).stream().map(status -> operation + " " + status))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> statuses(String operation) {
        Set<String> statuses = new TreeSet<>();
        operation(operation).get("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    /** What of an answer is not as described; empty when all of it is. */
    String faults(String operation, int status, String contentType, String body) throws Exception {
        JsonNode answer = operation(operation).path("responses").path(String.valueOf(status));
        if (answer.isMissingNode()) {
            return "status " + status + " is not described";
        }
        JsonNode described =
                answer.has("$ref") ? api.at(answer.get("$ref").asText().substring(1)) : answer;
        String type = contentType.replaceFirst(";.*", "");
        if (!described.has("content")) {
            return body.isEmpty() ? "" : "a body is not described";
        }
        JsonNode content = described.get("content").path(type);
        if (content.isMissingNode()) {
            return "the type " + type + " is not described";
        }
        return type.equals("application/json") ? faults(content.get("schema"), body) : "";
    }

    /** What of JSON is not as the schema of that name says. */
    String faults(String schema, String body) throws Exception {
        return faults(JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), body);
    }

    private String faults(JsonNode schema, String body) throws Exception {
        ObjectNode rooted = schema.deepCopy();
        rooted.set("components", api.get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(rooted)
                .validate(JSON.readTree(body))
                .stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.joining("; "));
    }

    private JsonNode operation(String operation) {
        int space = operation.indexOf(' ');
        return api.get("paths")
                .path(operation.substring(space + 1))
                .path(operation.substring(0, space).toLowerCase(Locale.ROOT));
    }
}
