// A line of the last minute, as small as a word.
import { setAttribute } from './dom.js';
import { line, svg } from './plot.js';

const WIDTH = 120;
const HEIGHT = 24;

export function emptySpark(label) {
  const path = svg('path', { class: 'line', 'data-colour': '0' });
  const root = svg('svg', { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label });
  root.append(path);
  return { root, path };
}

/** values: the newest last, null where there is none; the line ends at the right. */
export function drawSpark({ path }, values, most) {
  const times = values.map((_, i) => i);
  const x = i => WIDTH - (values.length - 1 - i) * 2;
  const y = value => HEIGHT - 2 - value / (most || 1) * (HEIGHT - 4);
  setAttribute(path, 'd', line(times, values, x, y));
}
