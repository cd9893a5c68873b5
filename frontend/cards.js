// The members' cards: one each, made once and then only changed, so the focus stays where it is.
import { byId, setText } from './dom.js';
import { members } from './facts.js';
import { drawCard, emptyCard } from './card.js';

export class Cards {
  cards = new Map();

  constructor(operator) {
    this.operator = operator;
    this.box = byId('cards');
  }

  draw(state) {
    const shown = members(state);
    byId('cards-empty').hidden = shown.length > 0;
    setText(byId('members-count'), shown.length ? `${shown.filter(one => one.tone === 'good').length} of ${shown.length} up` : '');
    this.box.classList.toggle('stale', state.links.balancer?.live === false);
    this.removeOthers(new Set(shown.map(one => one.key)));
    const live = name => state.token !== null && state.links[name]?.live === true;
    const may = { launcher: live('launcher'), balancer: live('balancer') };
    shown.forEach((member, i) => {
      const card = this.cards.get(member.key) ?? this.add(member.key);
      if (this.box.children[i] !== card.root) this.box.insertBefore(card.root, this.box.children[i] ?? null);
      card.member = member;
      drawCard(card, may);
    });
  }

  removeOthers(keys) {
    for (const [key, card] of this.cards) {
      if (keys.has(key)) continue;
      card.root.remove();
      this.cards.delete(key);
    }
  }

  add(key) {
    const card = emptyCard(key);
    card.root.addEventListener('click', click => {
      const button = click.target.closest('button');
      if (button && button.getAttribute('aria-disabled') !== 'true') this.press(button.dataset, card.member);
    });
    this.cards.set(key, card);
    return card;
  }

  press({ verb, duty, step, fault }, member) {
    if (verb) this.operator.process(verb, member);
    if (duty && duty !== member.backend.duty) this.operator.duty(duty, member);
    if (fault === 'begin') this.operator.misbehave(member);
    if (fault === 'end') this.operator.behave(member);
    if (step) this.operator.weigh(Number(step), member);
  }
}
