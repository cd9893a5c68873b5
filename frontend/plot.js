// One chart over time, in SVG: areas stacked on each other, or lines.
import { element, setText } from './dom.js';

const NS = 'http://www.w3.org/2000/svg';
const WIDTH = 600;
const HEIGHT = 150;
const LINES = 3;

export class Plot {
  /** says: how a value is written. */
  constructor(title, says) {
    this.says = says;
    this.svg = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': title });
    this.scale = element('ol', { class: 'scale', 'aria-hidden': 'true' });
    this.legend = element('ul', { class: 'legend' });
    this.begin = element('span');
    this.root = element('figure', { class: 'plot' },
      element('figcaption', {}, element('h3', {}, title), this.legend),
      element('div', { class: 'plot-area' }, this.svg, this.scale),
      element('div', { class: 'quiet ends' }, this.begin, element('span', {}, 'now')));
  }

  /**
   * series: [{ name, colour, values }], one value per time, null where there is none; the times are in milliseconds.
   * stacked: whether each stands on the one before.
   */
  draw(times, series, stacked) {
    const tops = stacked ? stack(series) : series.map(one => one.values);
    const most = ceiling(Math.max(0, ...tops.flat().map(value => value ?? 0)));
    const x = at => times.length < 2 ? WIDTH : (at - times[0]) / (times.at(-1) - times[0]) * WIDTH;
    const y = value => HEIGHT - value / most * HEIGHT;
    const shapes = series.map((one, i) => svg('path', {
      class: stacked ? 'area' : 'line', 'data-colour': one.colour,
      d: stacked ? area(times, tops[i], tops[i - 1], x, y) : line(times, tops[i], x, y),
    }));
    this.svg.replaceChildren(...grid(), ...shapes);
    this.scale.replaceChildren(...[1, 2 / 3, 1 / 3, 0].map(part => element('li', {}, part ? this.says(most * part) : '0')));
    this.legend.replaceChildren(...series.map(({ name, colour, values }) =>
      element('li', { 'data-colour': colour }, `${name} ${this.says(values.at(-1) ?? 0)}`)));
    setText(this.begin, times.length ? `${Math.max(1, Math.round((times.at(-1) - times[0]) / 60_000))} min ago` : '');
  }
}

function stack(series) {
  const sums = series[0]?.values.map(() => 0) ?? [];
  return series.map(one => one.values.map((value, i) => sums[i] += value ?? 0));
}

function area(times, tops, floor, x, y) {
  const upper = times.map((at, i) => `${x(at).toFixed(1)} ${y(tops[i]).toFixed(1)}`);
  const lower = times.map((at, i) => `${x(at).toFixed(1)} ${y(floor ? floor[i] : 0).toFixed(1)}`).reverse();
  return upper.length ? `M${[...upper, ...lower].join('L')}Z` : '';
}

// A gap where nothing was measured: no line is drawn through it.
export function line(times, values, x, y) {
  let pen = 'M';
  return times.map((at, i) => {
    if (values[i] === null) {
      pen = 'M';
      return '';
    }
    const step = `${pen}${x(at).toFixed(1)} ${y(values[i]).toFixed(1)}`;
    pen = 'L';
    return step;
  }).join('');
}

function grid() {
  return Array.from({ length: LINES }, (_, i) => {
    const y = HEIGHT * i / LINES;
    return svg('line', { class: 'grid', x1: 0, x2: WIDTH, y1: y, y2: y });
  });
}

/** The next round number above: 1, 2, 3, 5 or 10 times a power of ten. */
function ceiling(value) {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 3, 5, 10].find(step => step * power >= value) * power;
}

export function svg(tag, attributes) {
  const made = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
