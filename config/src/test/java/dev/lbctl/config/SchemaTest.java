package dev.lbctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Holds the schema, which is written by hand, against the records and the reader. */
class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What an operator writes in another form than the record has it. */
    private static final Map<Class<?>, Set<String>> WRITTEN = Map.of(BackendConfig.class, Set.of("name", "url"));

    private static final Set<Class<?>> NAMED_BY_ITS_KEY = Set.of(PoolConfig.class);
    private final JsonNode definitions = definitions();

    static Stream<Class<?>> records() {
        return Stream.of(
                LbConfig.class,
                ListenerConfig.class,
                AdminConfig.class,
                ManagementConfig.class,
                PoolConfig.class,
                NodeConfig.class,
                BackendConfig.class,
                HealthConfig.class,
                RetryConfig.class,
                TimeoutConfig.class,
                RouteConfig.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void the_schema_has_each_record_with_its_keys_and_no_others(Class<?> type) {
        JsonNode definition = definitions.path(type.getSimpleName());

        assertThat(names(definition.path("properties"))).isEqualTo(WRITTEN.getOrDefault(type, keys(type)));
        assertThat(definition.path("additionalProperties").isBoolean()).isTrue();
        assertThat(definition.path("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void the_schema_defines_nothing_else_than_records_and_kinds_of_values() {
        Set<String> expected = Stream.concat(
                        records().map(Class::getSimpleName), Stream.of("AlgorithmKind", "Address", "Duration"))
                .collect(Collectors.toSet());
        assertThat(names(definitions)).isEqualTo(expected);
    }

    @Test
    void the_schema_lists_every_algorithm() {
        assertThat(definitions.path("AlgorithmKind").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(AlgorithmKind.byKey().keySet());
    }

    @Test
    void what_the_schema_requires_the_reader_requires() {
        assertThat(definitions.path("BackendConfig").path("required"))
                .extracting(JsonNode::asText)
                .containsExactly("url");
        assertThat(definitions.path("RouteConfig").path("required"))
                .extracting(JsonNode::asText)
                .containsExactly("pool");
        assertThat(ConfigFile.parse("x", "pools: { default: { backends: [ {} ] } }"))
                .isInstanceOf(ConfigResult.Invalid.class);
        assertThat(ConfigFile.parse("x", "routes: [ {} ]")).isInstanceOf(ConfigResult.Invalid.class);
    }

    @Test
    void the_shipped_file_has_every_key_with_the_default_the_schema_tells() {
        JsonNode shipped = JSON.valueToTree(new Yaml().load(ConfigFile.shippedText()));
        JsonNode pool = shipped.path("pools").path("default");

        assertThat(names(shipped)).isEqualTo(keys(LbConfig.class));
        assertThat(values(pool.path("run"))).isEqualTo(defaults("NodeConfig"));
        assertThat(values(pool.path("health"))).isEqualTo(defaults("HealthConfig"));
        assertThat(values(pool.path("retry"))).isEqualTo(defaults("RetryConfig"));
        assertThat(values(pool.path("timeouts"))).isEqualTo(defaults("TimeoutConfig"));
    }

    private static Map<String, String> values(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    private Map<String, String> defaults(String definition) {
        return definitions.path(definition).path("properties").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().path("default").asText()));
    }

    private static Set<String> keys(Class<?> type) {
        SnakeCaseStrategy snake = new SnakeCaseStrategy();
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !(NAMED_BY_ITS_KEY.contains(type) && name.equals("name")))
                .map(snake::translate)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static JsonNode definitions() {
        try (InputStream in = LbConfig.class.getResourceAsStream("lbctl.schema.json")) {
            return JSON.readTree(in).path("$defs");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
