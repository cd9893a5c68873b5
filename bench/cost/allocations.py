"""How many bytes of heap a small request allocates, by transport, and where."""
import argparse
import re
import subprocess

from rig import THREE, Rig, ask, balancer, wrk

NOTED_REQUESTS = 3_000
UNITS = {"B": 1, "K": 1024, "M": 1024**2, "G": 1024**3}
# Without allocation buffers of threads, and with a collector that has no way around that, each allocation can be noted.
BY_ALL = ["-XX:+UseG1GC", "-Xmx256m", "-XX:-UseTLAB", "-XX:ActiveProcessorCount=1"]
EVENTS = """<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.ObjectAllocationOutsideTLAB"><setting name="enabled">true</setting><setting name="stackTrace">true</setting></event>
</configuration>
"""


def jcmd(process, *command):
    return subprocess.run(["jcmd", str(process.pid), *command], capture_output=True, text=True, check=True).stdout


def allocated(process):
    """Bytes, by all threads."""
    said = jcmd(process, "Thread.print", "-e")
    return sum(float(number) * UNITS[unit] for number, unit in re.findall(r" allocated=([\d.]+)([BKMG]) ", said))


def measure(rig, transport, options):
    process = rig.start_balancer(balancer(THREE, f", transport: {transport}"), flags=BY_ALL)
    wrk(options.warm_up)
    before = allocated(process)
    count = wrk(options.seconds)
    each = (allocated(process) - before) / count
    print(f"\n| {transport}: **{each:,.0f} B** a request ({count:,} requests) | B a request | where |\n|---|---|---|", flush=True)
    jcmd(process, "JFR.start", "name=cost", f"settings={rig.file('events.jfc', EVENTS)}")
    ask(NOTED_REQUESTS)
    recording = f"{rig.directory}/{transport}.jfr"
    jcmd(process, "JFR.dump", "name=cost", f"filename={recording}")
    rig.end(process)
    subprocess.run(["java", "bench/cost/Sites.java", recording, str(NOTED_REQUESTS), str(options.sites)], check=True)


def main():
    arguments = argparse.ArgumentParser(prog="bench/allocations", description=__doc__)
    arguments.add_argument("--seconds", type=int, default=5)
    arguments.add_argument("--warm-up", type=int, default=10, help="seconds")
    arguments.add_argument("--transports", default="io_uring,epoll,nio")
    arguments.add_argument("--sites", type=int, default=20, help="how many are told")
    options = arguments.parse_args()
    with Rig() as rig:
        rig.start_origin()
        for transport in options.transports.split(","):
            measure(rig, transport, options)


if __name__ == "__main__":
    main()
