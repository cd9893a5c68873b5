// The last quarter of an hour: how much was asked, what failed, how long it took, how much was under way, and who got what.
import { byId, element, setText } from './dom.js';
import { millis, rate } from './format.js';
import { colours } from './history.js';
import { inPool } from './facts.js';
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

  draw(samples) {
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
  const names = [...colours(samples.flatMap(sample => sample.backends.map(part => part.name))).keys()];
  const shown = names.slice(0, MOST_SHOWN);
  const series = shown.map((name, i) => ({ name, colour: i, values: samples.map(sample => sum(sample, figure, part => part.name === name)) }));
  if (names.length > MOST_SHOWN) {
    const own = new Set(shown);
    series.push({ name: `${names.length - MOST_SHOWN} others`, colour: 7, values: samples.map(sample => sum(sample, figure, part => !own.has(part.name))) });
  }
  return series;
}

function sum(sample, figure, wanted) {
  return sample.backends.filter(wanted).reduce((all, part) => all + figure(part, sample), 0);
}

/** How much of its pool's requests each member was to get by its weight, and how much it got in the last minute. */
export function drawDistribution(state, samples) {
  const recent = samples.filter(sample => sample.at > (samples.at(-1)?.at ?? 0) - 60_000);
  const got = (pool, name) => recent.reduce((all, sample) => all + sum(sample, part => part.attempts,
    part => part.pool === pool && (name === undefined || part.name === name)), 0);
  const rows = (state.status?.backend_servers ?? []).map(one => {
    const all = got(one.pool);
    const weight = inPool(state, one.pool, each => (each.healthy ? each.weight : 0));
    return { name: one.name, wanted: one.healthy && weight ? one.weight / weight : 0, got: all ? got(one.pool, one.name) / all : null };
  });
  const table = byId('distribution');
  while (table.children.length > rows.length) table.lastChild.remove();
  rows.forEach((row, i) => drawRow(table.children[i] ?? table.appendChild(emptyRow()), row));
}

function emptyRow() {
  return element('tr', {}, element('th', { scope: 'row' }), element('td', { class: 'number' }), element('td', { class: 'number' }),
    element('td', { class: 'bar' }, element('progress', { max: '1', value: '0', 'aria-hidden': 'true' })));
}

function drawRow(row, { name, wanted, got }) {
  const [title, should, has, bar] = row.children;
  setText(title, name);
  setText(should, `${(wanted * 100).toFixed(1)} %`);
  setText(has, got === null ? '–' : `${(got * 100).toFixed(1)} %`);
  bar.firstChild.value = got ?? 0;
}
