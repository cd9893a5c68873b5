package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.file.Replacements.Listening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the environment says in place of a file's values. */
class VariablesTest {

    @Test
    void every_value_has_a_variable_whether_the_file_has_it_or_not() {
        LbConfig config = config(
                "pools: { default: { algorithm: random, backends: [ { url: http://a:1 } ] } }",
                Map.of(
                        "LBCTL_POOLS_DEFAULT_ALGORITHM", "ip_hash",
                        "LBCTL_POOLS_DEFAULT_HEALTH_INTERVAL", "7s",
                        "LBCTL_POOLS_DEFAULT_BACKENDS_0_WEIGHT", "3",
                        "LBCTL_LISTENER_LIMITS_REQUEST_LINE", "4KiB",
                        "LBCTL_LISTENER_TRUSTED_PROXIES", "10.0.0.0/8, ::1"));
        PoolConfig pool = pool(config);

        assertThat(pool.algorithm()).isEqualTo(AlgorithmKind.IP_HASH);
        assertThat(pool.health().interval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(pool.backends()).extracting(BackendConfig::weight).containsExactly(3);
        assertThat(config.listener().limits().requestLine()).isEqualTo(4096);
        assertThat(config.listener().trustedProxies()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROXY_PORT       | 8080 | listener",
                "LBCTL_PORT       | 8080 | listener",
                "ADMIN_PORT       | 8080 | admin",
                "MANAGEMENT_PORT  | 8080 | management"
            })
    void a_port_alone_leaves_the_host_as_it_was(String name, String port, String where) {
        LbConfig config = config(where + ": { address: \"[::1]:9999\" }", Map.of(name, port));
        Map<String, Address> addresses = Map.of(
                "listener", config.listener().address(),
                "admin", config.admin().address(),
                "management", config.management().address());
        assertThat(addresses.get(where)).isEqualTo(new Address("::1", 8080));
    }

    @Test
    void backends_are_a_number_of_samples_or_the_urls_of_servers_in_place_of_all_others() {
        PoolConfig named = pool(config("", Map.of("BACKENDS", "http://a:1,http://b:2")));

        assertThat(Objects.requireNonNull(
                                pool(config("", Map.of("BACKENDS", "3"))).run())
                        .copies())
                .isEqualTo(3);
        assertThat(named.run()).isNull();
        assertThat(named.backends()).extracting(BackendConfig::name).containsExactly("a:1", "b:2");
    }

    @Test
    void a_flag_wins_over_a_variable_that_over_a_short_one_that_over_the_file() {
        String file = "listener: { address: 127.0.0.1:1 }";
        Map<String, String> environment = Map.of("PROXY_PORT", "2", "LBCTL_LISTENER_ADDRESS", "127.0.0.2:3");

        assertThat(config(file, Map.of("PROXY_PORT", "2")).listener().address()).hasToString("127.0.0.1:2");
        assertThat(config(file, environment).listener().address()).hasToString("127.0.0.2:3");
        Replacements all = Variables.in(environment).port("--port", Listening.LISTENER, 4);
        assertThat(((ConfigResult.Valid) ConfigFile.parse("x", file, all))
                        .config()
                        .listener()
                        .address())
                .hasToString("127.0.0.2:4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LBCTL_LISTENER_ADDRESS              | x      | 'x' is not an address; write host:port, like 127.0.0.1:8000 or [::1]:8000",
                "LBCTL_POOLS_DEFAULT_ALGORITHM       | weigthed | 'weigthed' is not an algorithm; did you mean weighted?",
                "LBCTL_LISTENER_ADRESS               | x      | sets nothing of this configuration; did you mean LBCTL_LISTENER_ADDRESS?",
                "LBCTL_POOLS_OTHER_ALGORITHM         | random | sets nothing of this configuration; did you mean LBCTL_POOLS_DEFAULT_ALGORITHM?",
                "LBCTL_POOLS_DEFAULT_TIMEOUTS_ANSWER | 1s     | answer (1s, for all attempts together) is shorter than response_head (30s, for one); write answer: 30s or more"
            })
    void a_wrong_value_is_told_with_its_variable(String name, String value, String told) {
        assertThat(problems("", Map.of(name, value))).containsExactly(name + ": " + told);
    }

    @Test
    void a_number_of_samples_for_a_file_that_has_none_is_a_mistake() {
        assertThat(problems("pools: { default: { backends: [ { url: http://a:1 } ] } }", Map.of("BACKENDS", "3")))
                .containsExactly("BACKENDS: sets nothing of this configuration; it is for sample servers; "
                        + "write run: { sample: 5 } into a pool, or leave it out");
    }

    @Test
    void what_is_empty_or_set_for_somebody_else_is_passed_over() {
        LbConfig config = config(
                "",
                Map.of(
                        "LBCTL_LISTENER_ADDRESS", "",
                        "LBCTL_PORT", "tcp://10.0.0.1:80",
                        "LBCTL_ADMIN_SERVICE_HOST", "10.0.0.1",
                        "LBCTL_ADMIN_PORT_8090_TCP_ADDR", "10.0.0.1",
                        "LBCTL_NAME", "x"));
        assertThat(config).isEqualTo(ConfigFile.defaults());
    }

    @Test
    void the_effective_text_reads_back_and_has_the_origin_of_every_value() {
        ConfigResult.Valid read = (ConfigResult.Valid) ConfigFile.parse(
                "my.yaml", "listener:\n  admin_paths: false\n", Variables.in(Map.of("BACKENDS", "http://a:1")));
        String text = EffectiveText.of(read);

        assertThat(text)
                .containsPattern("address: 127.0.0.1:8000 +# default")
                .containsPattern("admin_paths: false +# my.yaml:2")
                .containsPattern("url: http://a:1 +# BACKENDS");
        assertThat(((ConfigResult.Valid) ConfigFile.parse("again", text)).config())
                .isEqualTo(read.config());
    }

    private static LbConfig config(String yaml, Map<String, String> environment) {
        ConfigResult result = ConfigFile.parse("lbctl.yaml", yaml, Variables.in(environment));
        assertThat(result).isInstanceOf(ConfigResult.Valid.class);
        return ((ConfigResult.Valid) result).config();
    }

    private static PoolConfig pool(LbConfig config) {
        return Objects.requireNonNull(config.pools().get("default"));
    }

    private static List<String> problems(String yaml, Map<String, String> environment) {
        ConfigResult result = ConfigFile.parse("lbctl.yaml", yaml, Variables.in(environment));
        assertThat(result).isInstanceOf(ConfigResult.Invalid.class);
        return ((ConfigResult.Invalid) result)
                .problems().stream().map(ConfigProblem::toString).toList();
    }
}
