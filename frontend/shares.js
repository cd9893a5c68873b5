// Which share of its pool's requests each member was to get by the algorithm in force, and which it got.
import { byId, element, setText } from './dom.js';
import { id } from './pace.js';

const EVEN = ['round_robin'];
const BY_WEIGHT = ['weighted', 'random'];
const WORDS = {
  least_connections: 'by load', power_of_two: 'by load', least_response_time: 'by time', ip_hash: 'by client', consistent_hash: 'by key',
};

/** How much a member should get: { share } of all, or { words } where the algorithm aims at no share. */
export function wanted(member, pool, others) {
  const takes = one => (pool.panic ? one.duty === 'ready' : one.healthy);
  if (!takes(member)) return { share: 0 };
  const fit = others.filter(takes);
  if (EVEN.includes(pool.algorithm)) return { share: 1 / fit.length };
  if (BY_WEIGHT.includes(pool.algorithm)) return { share: member.weight / fit.reduce((sum, one) => sum + one.weight, 0) };
  return { words: WORDS[pool.algorithm] ?? '–' };
}

/** Draws the table; samples: what the balancer kept. */
export function drawShares(state, samples) {
  const got = attempts(samples);
  const several = (state.status?.pools.length ?? 0) > 1;
  const rows = (state.status?.backend_servers ?? []).map(member => {
    const pool = state.status.pools.find(one => one.name === member.pool);
    const others = state.status.backend_servers.filter(one => one.pool === member.pool);
    const all = others.reduce((sum, one) => sum + (got.get(id(one)) ?? 0), 0);
    return { name: several ? id(member) : member.name, wanted: wanted(member, pool, others), got: all ? (got.get(id(member)) ?? 0) / all : null };
  });
  const table = byId('distribution');
  while (table.children.length > rows.length) table.lastChild.remove();
  rows.forEach((row, i) => drawRow(table.children[i] ?? table.appendChild(emptyRow()), row));
}

/** By member, in the last minute. */
function attempts(samples) {
  const sums = new Map();
  for (const sample of samples.filter(one => one.at > (samples.at(-1)?.at ?? 0) - 60_000)) {
    for (const part of sample.backends) sums.set(id(part), (sums.get(id(part)) ?? 0) + part.attempts);
  }
  return sums;
}

function emptyRow() {
  return element('tr', {}, element('th', { scope: 'row' }), element('td', { class: 'number' }), element('td', { class: 'number' }),
    element('td', { class: 'bar' }, element('div', { class: 'target-bar', 'aria-hidden': 'true' },
      element('progress', { max: '1', value: '0', tabindex: '-1' }), element('span', { class: 'aim' }))));
}

function drawRow(row, { name, wanted, got }) {
  const [title, should, has, bar] = row.children;
  const [progress, aim] = bar.firstChild.children;
  setText(title, name);
  setText(should, wanted.words ?? `${(wanted.share * 100).toFixed(1)} %`);
  setText(has, got === null ? '–' : `${(got * 100).toFixed(1)} %`);
  progress.value = got ?? 0;
  aim.hidden = wanted.share === undefined;
  aim.style.left = `${(wanted.share ?? 0) * 100}%`;
}
