package dev.lbctl.launcher.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemdTest {
    private final List<String> complaints = new ArrayList<>();

    @Test
    void nothing_is_said_where_nobody_asks() {
        Systemd.of(Map.of(), complaints::add).ready(1, "ready");

        assertThat(complaints).isEmpty();
    }

    @Test
    void a_socket_that_is_not_there_is_complained_of_once_and_holds_nobody_up() {
        Systemd systemd = Systemd.of(Map.of("NOTIFY_SOCKET", "/nowhere/notify"), complaints::add);

        systemd.ready(1, "ready");

        assertThat(complaints)
                .singleElement()
                .asString()
                .startsWith("lbctl: cannot tell NOTIFY_SOCKET /nowhere/notify how it goes: ");
    }
}
