"""How long a balancer's virtual machine stops under a fixed rate of requests (its log of safepoints), and what clients wait.
Several sets of flags take turns, a minute each."""
import argparse
import os
import re
import subprocess
import time

from rig import FLAGS, LOAD_CORE, PORT, THREE, Rig, balancer, cpu_seconds, resident_mb, wrk

CONNECTIONS = 50
PARTS = [0.5, 0.99, 0.999, 1]


def ask(port, rate, seconds, log):
    """Latencies in microseconds, the shortest first."""
    subprocess.run(
        ["taskset", "-c", LOAD_CORE, "h2load", "--h1", f"-c{CONNECTIONS}", f"--rps={rate // CONNECTIONS}", f"--duration={seconds}",
         f"--log-file={log}", f"http://127.0.0.1:{port}/"], capture_output=True)
    with open(log) as lines:
        latencies = sorted(int(line.split("\t")[2]) for line in lines)
    os.remove(log)
    return latencies


def stops(log, since):
    """Milliseconds that all threads stood still, each time after that moment: in all, and for what reason."""
    found = []
    with open(log) as lines:
        for line in lines:
            stop = re.match(r"\[([\d.]+)s\].* Safepoint \"(\w+)\".* Total: +(\d+) ns", line)
            if stop and float(stop[1]) > since:
                found.append((int(stop[3]) / 1e6, stop[2]))
    return found


class Run:
    """One balancer with its flags, and what was seen of it."""

    def __init__(self, rig, flags, port, java):
        self.flags, self.port = flags, port
        self.log = f"{rig.directory}/{port}.gc"
        self.begun = time.monotonic()
        self.process = rig.start_balancer(
            balancer(THREE, port=port), port, [*flags.split(), f"-Xlog:gc*,safepoint:file={self.log}:uptime"], java=java)
        self.cpu, self.latencies, self.stops = 0.0, [], []

    def ask(self, rate, seconds, directory):
        since, cpu = time.monotonic() - self.begun, cpu_seconds(self.process.pid)
        self.latencies += ask(self.port, rate, seconds, f"{directory}/h2load.log")
        self.cpu += cpu_seconds(self.process.pid) - cpu
        self.stops += stops(self.log, since)

    def report(self):
        latencies = sorted(self.latencies)
        at = [latencies[min(int(len(latencies) * part), len(latencies) - 1)] / 1000 for part in PARTS]
        longest = max(self.stops, default=(0.0, "none"))
        print(f"| `{self.flags}` | {self.cpu * 1e6 / len(latencies):.1f} | **{longest[0]:.2f}** ({longest[1]}) | {len(self.stops)}, "
              f"{sum(ms for ms, _ in self.stops):.0f} | {' | '.join(f'{ms:.2f}' for ms in at)} | {resident_mb(self.process.pid):.0f} |", flush=True)


def main():
    arguments = argparse.ArgumentParser(prog="bench/pauses", description=__doc__)
    arguments.add_argument("minutes", type=int, nargs="?", default=1)
    arguments.add_argument("--rate", type=int, default=5000, help="requests a second")
    arguments.add_argument("--flags", action="append", help="of the balancer's virtual machine; again for another one")
    arguments.add_argument("--java", default="java", help="the program")
    options = arguments.parse_args()
    with Rig() as rig:
        rig.start_origin()
        runs = [Run(rig, flags, PORT + i, options.java) for i, flags in enumerate(options.flags or [" ".join(FLAGS)])]
        for run in runs:
            wrk(10, run.port)
        for _ in range(options.minutes):
            for run in runs:
                run.ask(options.rate, 60, rig.directory)
        print("| flags | CPU µs a request | longest stop, ms | stops, and ms in all | p50, ms | p99 | p99.9 | longest | resident, MB |")
        print("|---|---|---|---|---|---|---|---|---|")
        for run in runs:
            run.report()


if __name__ == "__main__":
    main()
