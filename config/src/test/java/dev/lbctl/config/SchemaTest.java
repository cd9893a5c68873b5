package dev.lbctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.yaml.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Holds the schema, which is written by hand, against the records and the reader. */
class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What an operator writes in another form than the record has it. */
    private static final Map<Class<?>, Set<String>> WRITTEN = Map.of(
            BackendConfig.class, Set.of("name", "url", "weight"),
            ReadyConfig.class, Set.of("http", "tcp", "timeout"),
            NodeConfig.class,
                    Set.of(
                            "sample",
                            "memory",
                            "command",
                            "copies",
                            "directory",
                            "environment",
                            "env_file",
                            "traffic",
                            "watch",
                            "first_port",
                            "ready",
                            "stop",
                            "restart"));

    private static final Set<Class<?>> NAMED_BY_ITS_KEY = Set.of(PoolConfig.class);

    /** Records whose keys stand directly in the record that has them. */
    private static final Set<Class<?>> INLINE = Set.of(
            BalanceConfig.class,
            CookieConfig.class,
            ExposureConfig.class,
            FitnessConfig.class,
            ProbeConfig.class,
            SocketConfig.class,
            TrafficConfig.class);

    private final JsonNode definitions = definitions();

    static Stream<Class<?>> records() {
        return Stream.of(
                LbConfig.class,
                ListenerConfig.class,
                AdminConfig.class,
                ManagementConfig.class,
                PoolConfig.class,
                NodeConfig.class,
                ReadyConfig.class,
                StopConfig.class,
                BackendConfig.class,
                HashConfig.class,
                StickyConfig.class,
                HealthConfig.class,
                EjectionConfig.class,
                LimitConfig.class,
                ClientTimeoutConfig.class,
                AccessLogConfig.class,
                ConnectionConfig.class,
                QueueConfig.class,
                RetryConfig.class,
                TimeoutConfig.class,
                RouteConfig.class,
                HeaderConfig.class);
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
        Set<String> expected = Stream.of(
                        records().map(Class::getSimpleName),
                        enums().map(Class::getSimpleName),
                        Stream.of(
                                "Address",
                                "Fields",
                                "Signal",
                                "HostPattern",
                                "AddressRange",
                                "Duration",
                                "Size",
                                "Percentage"))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        assertThat(names(definitions)).isEqualTo(expected);
    }

    static Stream<Class<?>> enums() {
        return Stream.of(
                AlgorithmKind.class,
                HashBy.class,
                CookieConfig.SameSite.class,
                CookieConfig.Secure.class,
                StickyConfig.OnDrain.class,
                ExtraMethod.class,
                AccessLogConfig.Format.class,
                ProbeConfig.Type.class,
                HostHeader.class,
                TransportKind.class);
    }

    @ParameterizedTest
    @MethodSource("enums")
    <E extends Enum<E>> void the_schema_lists_every_choice(Class<E> type) {
        assertThat(definitions.path(type.getSimpleName()).path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Words.of(type).keySet());
    }

    @Test
    void the_schema_lists_every_signal_and_every_restart() {
        assertThat(definitions.path("Signal").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(StopConfig.Signal.byName().keySet());
        assertThat(definitions.at("/NodeConfig/properties/restart/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(RestartPolicy.byKey().keySet());
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
        JsonNode shipped = JSON.valueToTree(asText().load(ConfigFile.shippedText()));
        JsonNode listener = shipped.path("listener");
        JsonNode pool = shipped.path("pools").path("default");

        assertThat(names(shipped)).isEqualTo(keys(LbConfig.class));
        assertThat(names(listener)).isEqualTo(keys(ListenerConfig.class));
        assertThat(values(listener.path("limits"))).isEqualTo(defaults("LimitConfig"));
        assertThat(values(listener.path("timeouts"))).isEqualTo(defaults("ClientTimeoutConfig"));
        assertThat(values(listener.path("access_log"))).isEqualTo(defaults("AccessLogConfig"));
        assertThat(values(pool.path("run"))).isEqualTo(defaults("NodeConfig"));
        assertThat(values(pool.path("run").path("ready"))).isEqualTo(defaults("ReadyConfig"));
        assertThat(values(pool.path("run").path("stop"))).isEqualTo(defaults("StopConfig"));
        assertThat(values(pool.path("health"))).isEqualTo(defaults("HealthConfig"));
        assertThat(values(pool.path("ejection"))).isEqualTo(defaults("EjectionConfig"));
        assertThat(values(pool.path("retry"))).isEqualTo(defaults("RetryConfig"));
        assertThat(values(pool.path("timeouts"))).isEqualTo(defaults("TimeoutConfig"));
        assertThat(values(pool.path("connections"))).isEqualTo(defaults("ConnectionConfig"));
        assertThat(values(pool.path("queue"))).isEqualTo(defaults("QueueConfig"));
        assertThat(pool.path("hash").path("by")).isEqualTo(definitions.at("/HashConfig/properties/by/default"));
        assertThat(List.of("algorithm", "slow_start", "host", "panic"))
                .allSatisfy(key -> assertThat(pool.path(key))
                        .isEqualTo(definitions.at("/PoolConfig/properties/" + key + "/default")));
    }

    /** YAML whose values are what is written: in YAML 1.1 {@code off} would be a boolean. */
    private static Yaml asText() {
        DumperOptions unused = new DumperOptions();
        return new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Representer(unused),
                unused,
                new LoaderOptions(),
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {}
                });
    }

    private static Map<String, String> values(JsonNode object) {
        return object.properties().stream()
                .filter(entry -> !entry.getValue().isObject())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    private Map<String, String> defaults(String definition) {
        return definitions.path(definition).path("properties").properties().stream()
                .filter(entry -> entry.getValue().has("default"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().path("default").asText()));
    }

    private static Set<String> keys(Class<?> type) {
        SnakeCaseStrategy snake = new SnakeCaseStrategy();
        return Arrays.stream(type.getRecordComponents())
                .filter(part ->
                        !(NAMED_BY_ITS_KEY.contains(type) && part.getName().equals("name")))
                .flatMap(part -> INLINE.contains(part.getType())
                        ? keys(part.getType()).stream()
                        : Stream.of(snake.translate(part.getName())))
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
