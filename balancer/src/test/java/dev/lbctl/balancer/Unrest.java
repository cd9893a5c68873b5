package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.BackendList;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.AlgorithmKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Operators that change over the admin API whatever they may: algorithm, weights, duties, and who is a member. One member at least
 * is left ready and up. Any thread; one change at a time.
 */
final class Unrest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> DUTIES = List.of("ready", "drain", "maint");

    private final String admin;
    private final Map<String, String> servers;
    private final RandomGenerator random;
    private final Set<String> kinds = new TreeSet<>();

    /** @param servers that are or may become members, their URLs by their names */
    Unrest(int adminPort, Map<String, String> servers, RandomGenerator random) {
        this.admin = "http://127.0.0.1:" + adminPort;
        this.servers = servers;
        this.random = random;
    }

    /** What has been changed: {@code algorithm, drain, join, leave, maint, ready, weight}. */
    synchronized Set<String> kinds() {
        return Set.copyOf(kinds);
    }

    synchronized void change() throws IOException, InterruptedException {
        List<BackendStatus> members = Json.strict()
                .readValue(call("GET", "/backends", ""), BackendList.class)
                .backends();
        switch (random.nextInt(5)) {
            case 0 -> algorithm();
            case 1 -> weight(one(members, any -> true));
            case 2 -> join(members);
            case 3 -> leave(members);
            default -> duty(members, DUTIES.get(random.nextInt(DUTIES.size())));
        }
    }

    private void algorithm() throws IOException, InterruptedException {
        AlgorithmKind[] all = AlgorithmKind.values();
        call("POST", "/algorithm", "{\"algorithm\":\"" + all[random.nextInt(all.length)].key() + "\"}");
        kinds.add("algorithm");
    }

    private void weight(Optional<BackendStatus> member) throws IOException, InterruptedException {
        if (member.isPresent()) {
            call("PATCH", path(member.get()), "{\"weight\":" + (1 + random.nextInt(20)) + "}");
            kinds.add("weight");
        }
    }

    private void duty(List<BackendStatus> members, String duty) throws IOException, InterruptedException {
        Optional<BackendStatus> member = one(members, each -> duty.equals("ready") || mayGo(each, members));
        if (member.isPresent()) {
            call("PATCH", path(member.get()), "{\"duty\":\"" + duty + "\"}");
            kinds.add(duty);
        }
    }

    private void join(List<BackendStatus> members) throws IOException, InterruptedException {
        List<String> out = new ArrayList<>(new TreeSet<>(servers.keySet()));
        members.forEach(member -> out.remove(member.name()));
        if (!out.isEmpty()) {
            String name = out.get(random.nextInt(out.size()));
            call("POST", "/backends", "{\"name\":\"" + name + "\",\"url\":\"" + servers.get(name) + "\"}");
            kinds.add("join");
        }
    }

    private void leave(List<BackendStatus> members) throws IOException, InterruptedException {
        Optional<BackendStatus> member = one(members, each -> mayGo(each, members));
        if (member.isPresent()) {
            call("DELETE", path(member.get()), "");
            kinds.add("leave");
        }
    }

    private static boolean mayGo(BackendStatus member, List<BackendStatus> members) {
        return members.stream()
                .anyMatch(other -> other.healthy() && !other.name().equals(member.name()));
    }

    private Optional<BackendStatus> one(List<BackendStatus> members, Predicate<BackendStatus> fitting) {
        List<BackendStatus> some = members.stream().filter(fitting).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private static String path(BackendStatus member) {
        return "/backends/" + member.name();
    }

    private String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(admin + path))
                .header("Authorization", "Bearer secret")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + body + ": " + answer.body())
                .isLessThan(300);
        return answer.body();
    }
}
