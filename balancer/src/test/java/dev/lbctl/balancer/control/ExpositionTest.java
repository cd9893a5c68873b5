package dev.lbctl.balancer.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /metrics}, read as strictly as the exposition formats are written down. */
class ExpositionTest {
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+)(?:\\{(" + LABEL + "(?:," + LABEL + ")*)})? (\\S+)");
    private static final Pattern LE = Pattern.compile("(?:,?)le=\"([^\"]*)\"");

    private final ControlClient client = new ControlClient();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Double> samples = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    @AfterEach
    void stop() {
        client.stop();
    }

    @Test
    void every_line_is_of_the_prometheus_text_format() throws Exception {
        read("text/plain; version=0.0.4", "text/plain");

        assertThat(samples.get(
                        "lbctl_backend_requests_total{pool=\"default\",backend=\"server-1\",code_class=\"2xx\"}"))
                .isEqualTo(2);
        assertThat(samples.get("lbctl_backend_duty{pool=\"default\",backend=\"server-1\",duty=\"ready\"}"))
                .isEqualTo(1);
        assertThat(samples.get("lbctl_backend_up{pool=\"default\",backend=\"server-1\"}"))
                .isEqualTo(1);
        assertThat(samples).containsKey("lbctl_backend_in_flight{pool=\"default\",backend=\"server-1\"}");
        assertThat(samples)
                .containsKey(
                        "lbctl_backend_ejections_total{pool=\"default\",backend=\"server-1\",reason=\"consecutive\"}");
        assertThat(samples)
                .containsEntry(
                        "lbctl_backend_retries_total{pool=\"default\",backend=\"server-2\",cause=\"refused\"}", 1.0);
    }

    @Test
    void every_line_is_of_openmetrics_and_the_end_is_marked() throws Exception {
        read("application/openmetrics-text", "application/openmetrics-text");

        assertThat(order.get(order.size() - 1)).isEqualTo("# EOF");
        assertThat(samples.keySet()).noneMatch(name -> name.contains("path") || name.contains("client"));
    }

    private void read(String accept, String type) throws Exception {
        client.up("server-1");
        client.served("server-1", 200);
        client.retried("server-2", "server-1");
        var answer = client.get("/metrics", "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        answer.body().lines().forEach(this::line);
        histograms();
    }

    private void line(String line) {
        order.add(line);
        if (line.startsWith("# TYPE ")) {
            String[] words = line.split(" ", -1);
            assertThat(types.put(words[2], words[3])).as("typed twice: " + line).isNull();
            assertThat(words[3]).isIn("counter", "gauge", "histogram");
        } else if (!line.startsWith("# HELP ") && !line.equals("# EOF")) {
            sample(line);
        }
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String labels = sample.group(2);
        String series = sample.group(1) + (labels == null ? "" : "{" + ordered(labels) + "}");
        assertThat(samples.put(series, number(sample.group(3))))
                .as("twice: " + series)
                .isNull();
        String family = types.keySet().stream()
                .filter(each -> sample.group(1).matches(each + "(_total|_bucket|_count|_sum)?"))
                .max(Comparator.comparing(String::length))
                .orElse("");
        assertThat(family).as("no TYPE before " + line).isNotEmpty();
        if ("counter".equals(types.get(family))) {
            assertThat(sample.group(1)).endsWith("_total");
        }
    }

    /** The pool and the backend first, as they are written in these tests. */
    private static String ordered(String labels) {
        List<String> all = new ArrayList<>(List.of(labels.split(",", -1)));
        all.sort(
                Comparator.comparingInt(label -> label.startsWith("pool=") ? 0 : label.startsWith("backend=") ? 1 : 2));
        return String.join(",", all);
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private void histograms() {
        Map<String, Map<Double, Double>> buckets = new HashMap<>();
        samples.forEach((series, count) -> {
            if (series.contains("_bucket{")) {
                Matcher le = LE.matcher(series);
                assertThat(le.find()).isTrue();
                buckets.computeIfAbsent(le.replaceFirst(""), each -> new TreeMap<>())
                        .put(number(le.group(1)), count);
            }
        });
        Set<String> seen = new HashSet<>();
        buckets.forEach((series, counts) -> {
            List<Double> cumulative = List.copyOf(counts.values());
            assertThat(cumulative).isSorted();
            assertThat(counts).containsKey(Double.POSITIVE_INFINITY);
            String count = series.replace("_bucket{", "_count{");
            assertThat(samples.get(count)).isEqualTo(counts.get(Double.POSITIVE_INFINITY));
            assertThat(samples).containsKey(series.replace("_bucket{", "_sum{"));
            seen.add(series);
        });
        assertThat(seen).hasSize(2);
    }
}
