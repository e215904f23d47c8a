// Asks for the same page again every few seconds and puts in what changed. Without it every page works, and is as old as its loading.
(() => {
  'use strict';

  const words = 'input, textarea, select';
  let failed = 0;

  const isBegun = field => field.value !== field.defaultValue && field.type !== 'hidden' && field.tagName !== 'SELECT';

  // Whoever types, is about to press a form's button, or has begun a form, is not disturbed.
  const isBusy = () => document.hidden
    || document.activeElement?.matches(words)
    || document.activeElement?.closest('main form')
    || [...document.querySelectorAll('main form')].some(form => [...form.querySelectorAll(words)].some(isBegun));

  const keepOpen = (from, to) => {
    for (const open of from.querySelectorAll('details[open][id]')) {
      to.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute('open', '');
    }
  };

  const put = next => {
    for (const region of document.querySelectorAll('[data-live]')) {
      const fresh = next.getElementById(region.id);
      if (!fresh) {
        continue;
      }

      keepOpen(region, fresh);
      if (fresh.innerHTML === region.innerHTML) {
        continue;
      }

      const active = region.contains(document.activeElement) ? document.activeElement : null;
      const focused = active && (active.id || active.getAttribute('href'));
      region.replaceChildren(...[...fresh.childNodes].map(node => document.adoptNode(node)));
      if (focused) {
        const again = document.getElementById(focused) || region.querySelector(`[href="${CSS.escape(focused)}"]`);
        again?.focus({ preventScroll: true });
      }
    }
  };

  const refresh = async () => {
    if (isBusy()) {
      return;
    }

    try {
      const headers = { accept: 'text/html', 'x-refresh': '1' };
      const answer = await fetch(location.href, { credentials: 'same-origin', redirect: 'error', headers });
      if (answer.status === 401) {
        location.reload();   // the sign-in has ended: a page is led to it, a refresh is not
        return;
      }

      if (!answer.ok) {
        throw new Error(`${answer.status}`);
      }

      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!isBusy()) {
        put(next);
      }

      failed = 0;
    } catch {
      failed++;
    }

    document.body.toggleAttribute('data-stale', failed > 1);
  };

  const every = Number(document.body.dataset.refresh || 0);
  if (every > 0) {
    setInterval(refresh, every * 1000);
    document.addEventListener('visibilitychange', refresh);
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }

    if (event.key === 'Escape') {
      document.activeElement?.blur();
      return;
    }

    if (event.target.matches(words)) {
      return;
    }

    if (event.key === '/') {
      event.preventDefault();
      document.querySelector('input[name=q]').focus();
      return;
    }

    if (event.key === 'j' || event.key === 'k') {
      const rows = [...document.querySelectorAll('main a.row')];
      const at = rows.indexOf(document.activeElement);
      rows[Math.max(0, Math.min(rows.length - 1, event.key === 'j' ? at + 1 : at - 1))]?.focus();
      return;
    }

    document.querySelector(`nav a[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
})();
