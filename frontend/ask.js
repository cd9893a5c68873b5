// Asks before something that cannot be undone in time.
import { byId, setText } from './dom.js';

/** Resolves to whether the person wants it; Escape means no. */
export function ask(what, then, yes) {
  const dialog = byId('ask');
  setText(byId('ask-what'), what);
  setText(byId('ask-then'), then);
  setText(byId('ask-yes'), yes);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

export function prepareAsk() {
  const dialog = byId('ask');
  byId('ask-yes').addEventListener('click', () => dialog.close('yes'));
  byId('ask-no').addEventListener('click', () => dialog.close('no'));
}
