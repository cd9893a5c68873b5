// One member's card: what it is, how it does, and what can be done to it.
import { element, setAttribute, setText } from './dom.js';
import { bytes, count, millis, percent, span } from './format.js';
import { allowed } from './facts.js';
import { drawSpark, emptySpark } from './spark.js';
import { HEAVIEST } from './operator.js';

const VERBS = ['kill', 'start', 'restart', 'stop'];
const DUTIES = { ready: 'takes traffic', drain: 'finishes what it has, gets nothing new', maint: 'no traffic, no probes' };
const FACTS = ['Requests', 'In flight', 'Failed', 'p95', 'CPU', 'Memory'];

/** key: the member's name, with its pool's when there are several. */
export function emptyCard(key) {
  const card = {
    badge: element('span', { class: 'badge' }),
    where: element('p', { class: 'where' }),
    life: element('p', { class: 'where' }),
    reason: element('p', { class: 'reason' }),
    share: element('span', { class: 'share-value' }),
    bar: element('progress', { max: '1', value: '0', 'aria-label': `Share of requests of ${key}` }),
    facts: new Map(FACTS.map(label => [label, element('dd')])),
    spark: emptySpark(`Latency of ${key} in the last minute`),
    pace: element('span', { class: 'quiet' }),
    problem: element('p', { class: 'problem', role: 'alert' }),
    verbs: VERBS.map(verb => button(verb, { 'data-verb': verb, 'aria-label': `${verb} ${key}` })),
    duties: Object.entries(DUTIES).map(([duty, effect]) => button(duty, { 'data-duty': duty, 'aria-pressed': 'false', title: effect })),
    lighter: button('−', { 'data-step': '-1', 'aria-label': `less weight for ${key}` }),
    heavier: button('+', { 'data-step': '1', 'aria-label': `more weight for ${key}` }),
    wrong: element('span'),
    fault: button('', {}),
    weight: element('output', { 'aria-label': `weight of ${key}` }),
  };
  card.misbehaviour = element('p', { class: 'fault' }, card.wrong, card.fault);
  card.processes = element('div', { class: 'actions' }, ...card.verbs);
  card.wishes = element('div', { class: 'wishes' },
    element('div', { class: 'segments', role: 'group', 'aria-label': `duty of ${key}` }, ...card.duties),
    element('div', { class: 'weight', role: 'group', 'aria-label': `weight of ${key}`, title: 'weight' }, card.lighter, card.weight, card.heavier));
  card.root = assemble(key, card);
  return card;
}

function assemble(key, { badge, where, life, reason, bar, share, facts, spark, pace, problem, misbehaviour, wishes, processes }) {
  const list = element('dl', { class: 'facts' });
  facts.forEach((value, label) => list.append(element('div', {}, element('dt', {}, label), value)));
  return element('article', { class: 'card', 'aria-label': key, 'data-member': key },
    element('div', { class: 'card-head' }, element('h3', {}, key), badge), where, life, reason,
    element('div', { class: 'share' }, bar, share), list,
    element('div', { class: 'pace' }, spark.root, pace), problem, misbehaviour, wishes, processes);
}

function button(label, attributes) {
  return element('button', { type: 'button', ...attributes }, label);
}

/** may: whether the launcher and the balancer take commands. */
export function drawCard(card, may) {
  const { backend, node, command, share } = card.member;
  setAttribute(card.root, 'data-tone', card.member.tone);
  setText(card.badge, command?.pending ? `${command.verb} …` : card.member.word);
  setText(card.where, [node?.address ?? backend?.url, node?.pid && `pid ${node.pid}`].filter(Boolean).join(' · '));
  setText(card.life, node ? [node.pid && `up ${span(node.uptime_seconds)}`, node.restarts === 1 ? '1 restart' : `${count(node.restarts)} restarts`].filter(Boolean).join(' · ') : '');
  setText(card.reason, card.member.reason);
  setAttribute(card.reason, 'title', card.member.reason);
  setText(card.share, `${(share * 100).toFixed(share === 1 ? 0 : 1)} %`);
  if (card.bar.value !== share) card.bar.value = share;
  drawFacts(card.facts, card.member);
  drawPace(card, card.member.latencies);
  drawProcess(card, node, may.launcher && !command?.pending);
  drawFault(card, node, may.launcher && !command?.pending);
  drawDuties(card, backend, may.balancer && !command?.pending);
  drawWeight(card, backend, may.balancer && (!command?.pending || command.verb === 'weight'));
  setText(card.problem, command?.refusal ?? '');
}

function drawFacts(facts, { backend, node, usage }) {
  const values = [
    backend ? count(backend.total_requests) : '–',
    backend ? count(backend.active_connections) : '–',
    backend ? count(backend.failed_requests) : '–',
    backend ? millis(backend.p95_ms) : '–',
    usage?.cpu != null && node?.pid ? percent(usage.cpu * 100) : '–',
    usage && node?.pid ? bytes(usage.memory) : '–',
  ];
  FACTS.forEach((label, i) => setText(facts.get(label), values[i]));
  facts.get('Failed').classList.toggle('bad', (backend?.failed_requests ?? 0) > 0);
}

function drawPace({ spark, pace }, latencies) {
  if (spark.drawn === latencies) return;
  spark.drawn = latencies;
  const most = Math.max(0, ...latencies);
  drawSpark(spark, latencies, most);
  setText(pace, most ? `up to ${millis(most)}` : 'no answer lately');
}

function drawProcess(card, node, may) {
  card.processes.hidden = !node;
  if (!node) return;
  const sensible = allowed(node);
  card.verbs.forEach(one => enable(one, may && sensible[one.dataset.verb]));
}

// Only sample servers take a fault.
function drawFault(card, node, may) {
  card.misbehaviour.hidden = !node?.fault || !node.pid;
  if (card.misbehaviour.hidden) return;
  const { words, seconds_left: left } = node.fault;
  setText(card.wrong, left ? `${words}, ${Math.ceil(left)} s left` : '');
  setText(card.fault, left ? 'end it' : 'inject a fault …');
  setAttribute(card.fault, 'data-fault', left ? 'end' : 'begin');
  setAttribute(card.fault, 'aria-label', left ? `end the fault of ${node.name}` : `inject a fault into ${node.name}`);
  setAttribute(card.misbehaviour, 'data-active', String(left > 0));
  enable(card.fault, may && (left > 0 || node.state === 'ready'));
}

function drawDuties(card, backend, may) {
  card.wishes.hidden = !backend;
  for (const one of card.duties) {
    setAttribute(one, 'aria-pressed', String(one.dataset.duty === backend?.duty));
    enable(one, may);
  }
}

function drawWeight(card, backend, may) {
  if (!backend) return;
  setText(card.weight, `weight ${backend.weight}`);
  enable(card.lighter, may && backend.weight > 1);
  enable(card.heavier, may && backend.weight < HEAVIEST);
}

function enable(button, may) {
  setAttribute(button, 'aria-disabled', String(!may));
}
