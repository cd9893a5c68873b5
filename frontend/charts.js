// The last quarter of an hour: how much was asked, what failed, how long it took, how much was under way.
import { byId } from './dom.js';
import { millis, rate } from './format.js';
import { colours, withGaps } from './history.js';
import { id } from './pace.js';
import { Plot } from './plot.js';

const MOST_SHOWN = 7; // members in a colour of their own; the rest is one

export class Charts {
  requests = new Plot('Attempts per second, by member', rate);
  errors = new Plot('Failed attempts per second, by member', rate);
  latency = new Plot('Latency', value => millis(value));
  inFlight = new Plot('In flight, by member', rate);

  constructor() {
    byId('plots').append(this.requests.root, this.errors.root, this.latency.root, this.inFlight.root);
  }

  draw(kept) {
    const samples = withGaps(kept);
    byId('charts-empty').hidden = samples.length > 0;
    byId('plots').hidden = samples.length === 0;
    const times = samples.map(sample => sample.at);
    const by = (figure) => byMember(samples, figure);
    this.requests.draw(times, by((part, sample) => part.attempts / sample.seconds), true);
    this.errors.draw(times, by((part, sample) => part.failed / sample.seconds), true);
    this.inFlight.draw(times, by(part => part.in_flight), true);
    const percentile = (name, key, colour) => ({ name, colour, values: samples.map(sample => sample[key] || null) });
    this.latency.draw(times, [percentile('p50', 'p50_ms', 0), percentile('p95', 'p95_ms', 1), percentile('p99', 'p99_ms', 2)], false);
  }
}

/** One series per member; those beyond the seventh are added up. */
function byMember(samples, figure) {
  const parts = samples.flatMap(sample => sample.backends);
  const several = new Set(parts.map(part => part.pool)).size > 1;
  const called = part => (several ? id(part) : part.name);
  const names = [...colours(parts.map(called)).keys()];
  const shown = names.slice(0, MOST_SHOWN);
  const series = shown.map((name, i) => ({ name, colour: i, values: samples.map(sample => sum(sample, figure, part => called(part) === name)) }));
  if (names.length > MOST_SHOWN) {
    const own = new Set(shown);
    series.push({ name: `${names.length - MOST_SHOWN} others`, colour: 7, values: samples.map(sample => sum(sample, figure, part => !own.has(called(part)))) });
  }
  return series;
}

function sum(sample, figure, wanted) {
  return sample.backends.filter(wanted).reduce((all, part) => all + figure(part, sample), 0);
}
