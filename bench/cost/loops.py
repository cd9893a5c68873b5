"""What a request costs with one event loop and with two. With two, each may carry half: 2 × cost(1) / cost(2) tells how much two carry
beside one, if cores are free. Load and origin take the same cores here, so that throughput itself would say nothing."""
import argparse
import statistics
import time

from rig import FLAGS, PORT, THREE, Rig, balancer, cpu_seconds, threads, wrk

EVENT_LOOP = "multiThreadIoEv"


def start(rig, loops, port, transport):
    config = balancer(THREE, f", transport: {transport}", port=port)
    return rig.start_balancer(config, port, [*FLAGS, f"-XX:ActiveProcessorCount={loops}"], "0,1")


def measure(process, port, seconds):
    """CPU microseconds a request, and the event loops' parts of it."""
    before, whole = threads(process.pid, EVENT_LOOP), cpu_seconds(process.pid)
    count = wrk(seconds, port, core="0,1")
    cost = (cpu_seconds(process.pid) - whole) * 1e6 / count
    after = threads(process.pid, EVENT_LOOP)
    return cost, sorted((after[each] - before[each]) * 1e6 / count for each in after)


def main():
    arguments = argparse.ArgumentParser(prog="bench/loops", description=__doc__)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--seconds", type=int, default=2)
    arguments.add_argument("--warm-up", type=int, default=14, help="seconds; the compiler takes its time")
    arguments.add_argument("--transport", default="auto")
    options = arguments.parse_args()
    with Rig() as rig:
        rig.start_origin()
        processes = {loops: start(rig, loops, PORT + loops, options.transport) for loops in (1, 2)}
        for loops in processes:
            wrk(options.warm_up, PORT + loops, core="0,1")
        costs = {loops: [] for loops in processes}
        for _ in range(options.rounds):
            for loops, process in processes.items():
                time.sleep(0.5)
                costs[loops].append(measure(process, PORT + loops, options.seconds))
    report(costs)


def report(costs):
    print("| event loops | CPU µs a request, whole process | event loops | shares |\n|---|---|---|---|")
    medians = {}
    for loops, rounds in costs.items():
        medians[loops] = statistics.median(sum(parts) for _, parts in rounds)
        whole = statistics.median(cost for cost, _ in rounds)
        shares = ", ".join(f"{statistics.median(parts[i] / sum(parts) for _, parts in rounds):.0%}" for i in range(loops))
        print(f"| {loops} | {whole:.1f} | {medians[loops]:.1f} | {shares} |")
    print(f"\ntwo carry {2 * medians[1] / medians[2]:.2f} times what one does")


if __name__ == "__main__":
    main()
