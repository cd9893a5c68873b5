package dev.lbctl.balancer.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String HOST = "app.test";

    private final ToldAddresses server = new ToldAddresses();
    private final AtomicLong now = new AtomicLong();
    private final Names names = new Names(server, now::get);

    @Test
    void an_answer_serves_everybody_for_a_second_and_is_asked_for_again_after_that() {
        server.at("10.0.0.1");
        fresh();
        fresh();
        assertThat(server.asked).hasValue(1);

        server.at("10.0.0.2");
        pass(1);
        assertThat(fresh()).isEqualTo(new Answer.Found(ToldAddresses.addresses("10.0.0.2")));
        assertThat(server.asked).hasValue(2);
    }

    @Test
    void a_connection_to_an_address_that_the_name_means_no_more_is_known_as_such() {
        server.at("10.0.0.1", "10.0.0.2");
        fresh();
        assertThat(names.hasLeft(HOST, ToldAddresses.addresses("10.0.0.2").get(0)))
                .isFalse();

        server.at("10.0.0.1");
        pass(1);
        assertThat(names.hasLeft(HOST, ToldAddresses.addresses("10.0.0.2").get(0)))
                .isTrue();
        assertThat(names.hasLeft(HOST, ToldAddresses.addresses("10.0.0.1").get(0)))
                .isFalse();
    }

    @Test
    void when_nobody_can_say_the_last_answer_holds_for_thirty_seconds() {
        server.at("10.0.0.1");
        fresh();
        server.nowhere(false);

        pass(29);
        assertThat(fresh()).isInstanceOf(Answer.Found.class);
        pass(2);
        assertThat(fresh()).isInstanceOf(Answer.Lost.class);
        server.at("10.0.0.1");
        pass(1);
        assertThat(fresh()).isInstanceOf(Answer.Found.class);
    }

    @Test
    void when_there_is_no_such_name_any_more_nothing_holds() {
        server.at("10.0.0.1");
        fresh();
        server.nowhere(true);
        pass(1);

        assertThat(fresh()).isEqualTo(new Answer.Lost("dns: app.test does not resolve", true));
        assertThat(names.hasLeft(HOST, ToldAddresses.addresses("10.0.0.1").get(0)))
                .isTrue();
    }

    private Answer fresh() {
        CompletionStage<Answer> answer = names.fresh(HOST);
        return answer.toCompletableFuture().join();
    }

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
