// By which algorithm each pool balances: a choice for each.
import { byId, element, setAttribute, setText } from './dom.js';

export class Algorithms {
  choices = new Map(); // pool → its parts

  constructor(operator) {
    this.operator = operator;
    this.box = byId('algorithms');
  }

  draw(state) {
    const pools = state.status?.pools ?? [];
    this.removeOthers(new Set(pools.map(pool => pool.name)));
    const may = state.token !== null && state.links.balancer?.live === true;
    for (const pool of pools) {
      const choice = this.choices.get(pool.name) ?? this.add(pool.name);
      offer(choice.select, state.algorithms.length ? state.algorithms : [pool.algorithm]);
      const command = state.commands.get(`pool ${pool.name}`);
      choice.before = pool.algorithm;
      if (!command?.pending && choice.select.value !== pool.algorithm) choice.select.value = pool.algorithm;
      choice.select.disabled = !may || command?.pending === true;
      setText(choice.label, pools.length > 1 ? `${pool.name}: algorithm` : 'Algorithm');
      setText(choice.problem, command?.refusal ?? '');
      setText(choice.panic, pool.panic ? 'panic' : '');
    }
  }

  removeOthers(names) {
    for (const [name, choice] of this.choices) {
      if (names.has(name)) continue;
      choice.root.remove();
      this.choices.delete(name);
    }
  }

  add(pool) {
    const select = element('select', { 'data-pool': pool });
    const label = element('span', { class: 'quiet' });
    const panic = element('strong', { class: 'panic' });
    const problem = element('span', { class: 'problem', role: 'alert' });
    const root = element('div', { class: 'algorithm' }, element('label', {}, label, select), panic, problem);
    const choice = { root, select, label, panic, problem, before: '' };
    select.addEventListener('change', () => this.operator.algorithm(pool, select.value, choice.before));
    this.choices.set(pool, choice);
    this.box.append(root);
    return choice;
  }
}

function offer(select, names) {
  const key = names.join();
  if (select.dataset.offered === key) return;
  setAttribute(select, 'data-offered', key);
  select.replaceChildren(...names.map(name => element('option', { value: name }, name.replaceAll('_', ' '))));
}
