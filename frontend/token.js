// The token that lets this page change things: it comes in the address, and leaves it at once.
const KEY = 'lbctl.token';

/** The token of `#token=…`, or the one this tab had before; null means the page may only look. */
export function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(KEY);
}

/** The cluster no longer takes it. */
export function dropToken() {
  sessionStorage.removeItem(KEY);
}
