package dev.lbctl.balancer.names;

import io.netty.resolver.HostsFileEntriesProvider;
import io.netty.resolver.HostsFileEntriesResolver;
import io.netty.resolver.ResolvedAddressTypes;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system's own list of hosts, read again when it was changed. Owner: the thread of lookups. */
final class HostsFile implements HostsFileEntriesResolver {
    private final Path file;
    private long seen = Long.MIN_VALUE;
    private HostsFileEntriesProvider entries =
            HostsFileEntriesProvider.parser().parseSilently(Path.of("/dev/null").toFile());

    HostsFile(Path file) {
        this.file = file;
    }

    @Override
    public @Nullable InetAddress address(String host, ResolvedAddressTypes types) {
        refresh();
        InetAddress ipv4 = first(entries.ipv4Entries(), host);
        InetAddress ipv6 = first(entries.ipv6Entries(), host);
        return switch (types) {
            case IPV4_ONLY -> ipv4;
            case IPV6_ONLY -> ipv6;
            case IPV4_PREFERRED -> ipv4 == null ? ipv6 : ipv4;
            case IPV6_PREFERRED -> ipv6 == null ? ipv4 : ipv6;
        };
    }

    private void refresh() {
        long stamp = file.toFile().lastModified() * 31 + file.toFile().length();
        if (stamp != seen && Files.isReadable(file)) {
            seen = stamp;
            entries = HostsFileEntriesProvider.parser().parseSilently(file.toFile());
        }
    }

    private static @Nullable InetAddress first(Map<String, List<InetAddress>> entries, String host) {
        List<InetAddress> found = entries.get(host.toLowerCase(Locale.ENGLISH));
        return found == null || found.isEmpty() ? null : found.get(0);
    }
}
