// Why one request went where it went: its route, who came into question, each attempt, and where the time was spent.
import { byId, element } from './dom.js';
import { read } from './api.js';
import { clockTime, millis } from './format.js';

const IN_FLIGHT = ['In flight', one => one.in_flight ?? '–']; // kept for some algorithms only
const COLUMNS = [
  ['Member', one => one.name],
  ['State', one => (one.duty === 'ready' ? one.health : `${one.health}, ${one.duty}`)],
  ['Weight', one => (one.weight_percent === 100 ? one.weight : `${one.weight} at ${one.weight_percent} %`)],
  IN_FLIGHT,
  ['Verdict', one => one.verdict.replaceAll('_', ' ')],
  ['Why', one => one.why],
];

/** Opens the explanation of a request that ended. */
export async function explain(admin, request) {
  const dialog = byId('explanation');
  byId('explanation-body').replaceChildren(element('p', { class: 'quiet' }, 'Asking the balancer…'));
  dialog.showModal();
  try {
    const told = await read(`${admin}/requests/${encodeURIComponent(request.id)}/explanation`);
    byId('explanation-body').replaceChildren(...parts(told));
  } catch (refusal) {
    byId('explanation-body').replaceChildren(element('p', { class: 'problem', role: 'alert' }, refusal.message));
  }
}

export function prepareExplanation() {
  const dialog = byId('explanation');
  byId('explanation-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', click => click.target === dialog && dialog.close());
}

function parts({ asked, route, choice, candidates, attempts, answer }) {
  return [
    element('h2', { id: 'explanation-title' }, `${asked.method} ${asked.target}`),
    element('p', { class: 'sentence' }, answer.sentence),
    element('p', { class: 'quiet' }, [asked.time && clockTime(Date.parse(asked.time)), `from ${asked.client}`, asked.host && `to ${asked.host}`,
      asked.request_id && `request id ${asked.request_id}`].filter(Boolean).join(' · ')),
    ...section('Where the time went', answer.total_ms === null ? null : phases(answer)),
    ...section('Route', route && element('p', {}, `${route.host ?? 'every host'} ${route.path}: ${route.why}`)),
    ...section('Choice', choice && element('p', {}, [`${choice.algorithm.replaceAll('_', ' ')}: ${choice.how}`, choice.note].filter(Boolean).join('; '))),
    ...section('Session', choice?.sticky && element('p', {}, choice.sticky)),
    ...section('Who came into question', candidates.length ? table(candidates) : null),
    ...section('Attempts', attempts.length ? element('ol', { class: 'tries' }, ...attempts.map(attempt)) : null),
  ];
}

function section(title, content) {
  return content ? [element('h3', {}, title), content] : [];
}

function table(candidates) {
  const columns = candidates.some(one => one.in_flight !== null) ? COLUMNS : COLUMNS.filter(column => column !== IN_FLIGHT);
  const head = columns.map(([label]) => element('th', { scope: 'col' }, label));
  return element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Who came into question' },
    element('table', { class: 'log' }, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...candidates.map(one => candidate(one, columns)))));
}

function candidate(one, columns) {
  return element('tr', { 'data-verdict': one.verdict }, ...columns.map(([, told]) => element('td', {}, String(told(one)))));
}

function attempt(one) {
  return element('li', { 'data-outcome': one.outcome },
    element('strong', {}, `${one.backend}: ${one.outcome.replaceAll('_', ' ')}`), ` ${one.detail}`,
    element('span', { class: 'quiet' }, ` at ${one.at_ms.toFixed(1)} ms, took ${millis(one.took_ms)}, ${one.reused ? 'kept' : 'new'} connection`));
}

function phases({ queue_ms: queue, connect_ms: connect, first_byte_ms: first, total_ms: total }) {
  const before = (queue ?? 0) + (connect ?? 0);
  const spent = [
    ['waiting for room', queue], ['connecting', connect],
    ['until the first byte', first === null ? null : Math.max(0, first - before)], ['the rest of the answer', first === null ? null : Math.max(0, total - first)],
  ].filter(([, time]) => time !== null);
  const bar = element('div', { class: 'phases', 'aria-hidden': 'true' }, ...spent.map(([name, time]) => {
    const part = element('span', { 'data-phase': name });
    part.style.flexGrow = String(Math.max(time, total / 200));
    return part;
  }));
  const words = spent.map(([name, time]) => element('li', { 'data-phase': name }, `${name} ${time.toFixed(2)} ms`));
  return element('div', {}, bar, element('ul', { class: 'phase-words' }, ...words, element('li', {}, `in all ${total.toFixed(2)} ms`)));
}
