// Numbers and times as a person reads them.
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export const count = number => whole.format(number);

export const clockTime = milliseconds => clock.format(milliseconds);

/** To one decimal below ten, whole above. */
export function rate(number) {
  return number < 10 ? number.toFixed(1) : whole.format(number);
}

export function percent(number) {
  return `${number === 100 ? '100' : Math.min(number, 99.99).toFixed(number < 99 ? 1 : 2)} %`;
}

export function bytes(number) {
  return `${whole.format(number / 2 ** 20)} MB`;
}

export function millis(number) {
  if (number === 0) return '–';
  if (number >= 1000) return `${(number / 1000).toFixed(2)} s`;
  return `${number < 10 ? number.toFixed(1) : whole.format(number)} ms`;
}

/** The two largest units: 3 m 12 s. */
export function span(seconds) {
  const s = Math.floor(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} m ${s % 60} s`;
  if (s < 86400) return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} m`;
  return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
}
