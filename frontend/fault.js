// Asks how a sample server is to misbehave.
import { byId, setText } from './dom.js';

/** Resolves to what the launcher takes for an order, or to null when the person thinks better of it. */
export function askFault(name) {
  const dialog = byId('fault');
  setText(byId('fault-whose'), `A fault for ${name}`);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes' ? order(dialog) : null), { once: true });
  });
}

export function prepareFault() {
  const dialog = byId('fault');
  byId('fault-yes').addEventListener('click', () => dialog.close('yes'));
  byId('fault-no').addEventListener('click', () => dialog.close('no'));
  for (const kind of ['delay', 'errors']) byId(`fault-${kind}`).addEventListener('focus', () => choose(dialog, kind));
}

function choose(dialog, kind) {
  dialog.querySelector(`[name=fault][value=${kind}]`).checked = true;
}

function order(dialog) {
  const kind = dialog.querySelector('[name=fault]:checked').value;
  const wrong = {
    delay: () => `${Math.round(Number(byId('fault-delay').value))}ms`,
    errors: () => Number(byId('fault-errors').value) / 100,
    hang: () => true,
  };
  return { [kind]: wrong[kind](), for: byId('fault-time').value };
}
