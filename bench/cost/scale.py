"""What a request costs with few members and with many. Rounds take turns between the two, and the cheapest of each is told: what others
do on the machine only adds. A JVM's compilers do not count."""
import argparse
import functools
import json
import re
import time
import urllib.request

import rivals
from rig import ORIGIN, PORT, Rig, balancer, cpu_seconds, threads, wrk

FEW = 3
ALGORITHMS = ["round_robin", "weighted", "least_connections", "least_response_time", "random", "power_of_two", "ip_hash", "consistent_hash"]
# Probed once, before all else.
QUIET = ", health: { path: /, interval: 1h }"
PROBED = ", health: { path: /, interval: 2s }"


def addresses(count):
    """One port of one nginx, by many loopback addresses."""
    return [f"127.1.{i // 250}.{i % 250 + 1}:{ORIGIN}" for i in range(count)]


def choose(port, algorithm):
    change = urllib.request.Request(
        f"http://127.0.0.1:{port + 50}/algorithm", json.dumps({"algorithm": algorithm}).encode(),
        {"Authorization": "Bearer bench", "Content-Type": "application/json"})
    urllib.request.urlopen(change).read()


def serving_seconds(pid):
    compilers = threads(pid, ("C1 ", "C2 "))
    return cpu_seconds(pid) - sum(compilers.values())


class Contender:
    """Two processes of one kind: one with few members, one with many."""

    def __init__(self, name, start, sizes, ports):
        self.name, self.sizes, self.ports = name, sizes, ports
        self.start = start
        self.started = []

    def measure(self, seconds):
        """CPU microseconds a request of each."""
        figures = []
        for process, port in self.started:
            before = serving_seconds(process.pid)
            count = wrk(seconds, port)
            figures.append((serving_seconds(process.pid) - before) * 1e6 / count)
        return figures

    def prepare(self, algorithm, rounds):
        """Both are warmed up alike, in turns of a second; what has run before by two."""
        if not self.started:
            self.started = [(self.start(size, port), port) for size, port in zip(self.sizes, self.ports)]
        elif algorithm:
            rounds = 2
        for _, port in self.started:
            if algorithm:
                choose(port, algorithm)
        for _ in range(rounds):
            for _, port in self.started:
                wrk(1, port)


def contenders(rig, sizes):
    token = rig.file("token", "bench")

    def lbctl(health):
        return lambda size, port: rig.start_balancer(balancer(addresses(size), pool=health, port=port), port=port, token=token)

    def rival(command):
        return lambda size, port: rig.start_proxy(command(rig, addresses(size), port), port)

    starts = {"lbctl": lbctl(QUIET), "lbctl, probed every 2 s": lbctl(PROBED), "nginx, round robin": rival(rivals.nginx)}
    for balance in "roundrobin", "leastconn", "random(2)", "source":
        starts[f"HAProxy, {balance}"] = rival(functools.partial(rivals.haproxy, balance=balance))
    for i, (name, start) in enumerate(starts.items()):
        yield Contender(name, start, sizes, [PORT + 2 * i, PORT + 2 * i + 1])


def compare(title, contender, algorithm, options):
    contender.prepare(algorithm, options.warm_up if title.startswith("lbctl") else 2)
    pairs = []
    for _ in range(options.rounds):
        time.sleep(0.5)
        pairs.append(contender.measure(options.seconds))
    few, many = (min(each) for each in zip(*pairs))
    print(f"| {title} | {few:.1f} | {many:.1f} | {(many / few - 1) * 100:+.0f} % |", flush=True)


def main():
    arguments = argparse.ArgumentParser(prog="bench/scale", description=__doc__)
    arguments.add_argument("--members", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=int, default=2)
    arguments.add_argument("--warm-up", type=int, default=25, help="seconds for what was just started")
    arguments.add_argument("--only", default="", help="rows whose name has this pattern")
    options = arguments.parse_args()
    with Rig() as rig:
        rig.start_origin([f"0.0.0.0:{ORIGIN}"])
        lbctl, *others = contenders(rig, [FEW, options.members])
        rows = [(f"lbctl, {each}", lbctl, each) for each in ALGORITHMS] + [(each.name, each, None) for each in others]
        print(f"| CPU µs a request | {FEW} members | {options.members:,} members | difference |\n|---|---|---|---|")
        for row in rows:
            if re.search(options.only, row[0]):
                compare(*row, options)


if __name__ == "__main__":
    main()
