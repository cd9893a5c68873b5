// How the page looks: as the system says, or as was chosen. Runs before anything is drawn, hence no module.
(() => {
  const KEY = 'lbctl.theme';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => localStorage.getItem(KEY) ?? 'auto';
  const apply = () => {
    const theme = chosen();
    document.documentElement.dataset.theme = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  apply();
  dark.addEventListener('change', apply);
  document.addEventListener('DOMContentLoaded', () => {
    const select = document.getElementById('theme');
    select.value = chosen();
    select.addEventListener('change', () => {
      localStorage.setItem(KEY, select.value);
      apply();
    });
  });
})();
