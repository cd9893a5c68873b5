// One card per member. A card is made once and then only changed, so the focus stays where it is.
import { byId, element, setAttribute, setText } from './dom.js';
import { count, millis, span } from './format.js';
import { allowed, members } from './facts.js';

const VERBS = ['kill', 'start', 'restart', 'stop'];
const FACTS = ['Requests', 'In flight', 'Failed', 'p95', 'Running', 'Restarts'];

export class Cards {
  cards = new Map();

  /** onCommand hears the verb and the node's name. */
  constructor(onCommand) {
    this.onCommand = onCommand;
    this.box = byId('cards');
  }

  draw(state) {
    const shown = members(state);
    byId('cards-empty').hidden = shown.length > 0;
    setText(byId('members-count'), shown.length ? `${shown.filter(one => one.tone === 'good').length} of ${shown.length} up` : '');
    this.box.classList.toggle('stale', state.links.balancer?.live === false);
    this.removeOthers(new Set(shown.map(one => one.name)));
    const may = state.token !== null && state.links.launcher?.live === true;
    shown.forEach((member, i) => {
      const card = this.cards.get(member.name) ?? this.add(member.name);
      if (this.box.children[i] !== card.root) this.box.insertBefore(card.root, this.box.children[i] ?? null);
      drawCard(card, member, may);
    });
  }

  removeOthers(names) {
    for (const [name, card] of this.cards) {
      if (names.has(name)) continue;
      card.root.remove();
      this.cards.delete(name);
    }
  }

  add(name) {
    const card = emptyCard(name);
    card.root.addEventListener('click', click => {
      const button = click.target.closest('button');
      if (button && button.getAttribute('aria-disabled') !== 'true') this.onCommand(button.dataset.verb, name);
    });
    this.cards.set(name, card);
    return card;
  }
}

function emptyCard(name) {
  const badge = element('span', { class: 'badge' });
  const where = element('p', { class: 'where' });
  const reason = element('p', { class: 'reason' });
  const share = element('span', { class: 'share-value' });
  const bar = element('progress', { max: '1', value: '0', 'aria-label': `Share of requests of ${name}` });
  const facts = new Map(FACTS.map(label => [label, element('dd')]));
  const list = element('dl', { class: 'facts' });
  facts.forEach((value, label) => list.append(element('div', {}, element('dt', {}, label), value)));
  const buttons = VERBS.map(verb => element('button', { type: 'button', 'data-verb': verb, 'aria-label': `${verb} ${name}` }, verb));
  const problem = element('p', { class: 'problem', role: 'alert' });
  const actions = element('div', { class: 'actions' }, ...buttons);
  const root = element('article', { class: 'card', 'aria-label': name, 'data-member': name },
    element('div', { class: 'card-head' }, element('h3', {}, name), badge), where, reason,
    element('div', { class: 'share' }, bar, share), list, problem, actions);
  return { root, badge, where, reason, share, bar, facts, actions, buttons, problem };
}

function drawCard(card, member, may) {
  const { backend, node, command } = member;
  setAttribute(card.root, 'data-tone', member.tone);
  setText(card.badge, command?.pending ? `${command.verb} …` : member.word);
  setText(card.where, [node?.address ?? backend?.url, node?.pid && `pid ${node.pid}`].filter(Boolean).join(' · '));
  setText(card.reason, member.reason);
  setText(card.share, `${(member.share * 100).toFixed(member.share === 1 ? 0 : 1)} %`);
  if (card.bar.value !== member.share) card.bar.value = member.share;
  drawFacts(card.facts, backend, node);
  drawActions(card, node, may && !command?.pending);
  setText(card.problem, command?.refusal ?? '');
}

function drawFacts(facts, backend, node) {
  const values = [
    backend ? count(backend.total_requests) : '–',
    backend ? count(backend.active_connections) : '–',
    backend ? count(backend.failed_requests) : '–',
    backend ? millis(backend.p95_ms) : '–',
    node?.pid ? span(node.uptime_seconds) : '–',
    node ? count(node.restarts) : '–',
  ];
  FACTS.forEach((label, i) => setText(facts.get(label), values[i]));
  facts.get('Failed').classList.toggle('bad', (backend?.failed_requests ?? 0) > 0);
}

function drawActions(card, node, may) {
  card.actions.hidden = !node;
  if (!node) return;
  const sensible = allowed(node);
  card.buttons.forEach(button => setAttribute(button, 'aria-disabled', String(!(may && sensible[button.dataset.verb]))));
}
