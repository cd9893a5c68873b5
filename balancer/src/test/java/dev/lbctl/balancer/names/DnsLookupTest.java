package dev.lbctl.balancer.names;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a list of hosts and a name server on this machine. */
class DnsLookupTest {
    private final NameServer server = new NameServer();
    private final Path hosts;
    private final DnsLookup lookup;

    DnsLookupTest(@TempDir Path directory) throws IOException {
        hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.9 listed.test\n");
        lookup = new DnsLookup(hosts, new SingletonDnsServerAddressStreamProvider(server.address()));
    }

    @AfterEach
    void end() {
        lookup.close();
        server.close();
    }

    @Test
    void all_addresses_of_a_name_are_told() throws Exception {
        server.knows("app.test", "10.0.0.1", "10.0.0.2");

        assertThat(ask("app.test"))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.addresses())
                                .extracting(InetAddress::getHostAddress)
                                .containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2"));
    }

    @Test
    void another_answer_counts_within_five_seconds_whatever_the_old_one_said_of_its_time() throws Exception {
        server.knows("app.test", "10.0.0.1");
        ask("app.test");
        server.knows("app.test", "10.0.0.7");

        await().atMost(8, SECONDS)
                .untilAsserted(() -> assertThat(ask("app.test").toString()).contains("10.0.0.7"));
    }

    @Test
    void a_name_that_is_not_there_and_a_server_that_does_not_answer_are_told_apart() throws Exception {
        assertThat(ask("none.test")).isEqualTo(new Answer.Lost("dns: none.test does not resolve", true));

        server.close();
        assertThat(ask("other.test"))
                .isEqualTo(new Answer.Lost("dns: other.test does not resolve: no name server answers", false));
    }

    @Test
    void the_list_of_hosts_goes_first_and_is_read_again_when_it_changed() throws Exception {
        server.knows("listed.test", "10.0.0.1");
        assertThat(ask("listed.test").toString()).contains("127.0.0.9");

        Files.writeString(hosts, "127.0.0.10 listed.test\n");
        assertThat(ask("listed.test").toString()).contains("127.0.0.10");

        Files.writeString(hosts, "# nobody\n");
        assertThat(ask("listed.test").toString()).contains("10.0.0.1");
    }

    private Answer ask(String host) throws Exception {
        return lookup.of(host).toCompletableFuture().get(20, SECONDS);
    }
}
