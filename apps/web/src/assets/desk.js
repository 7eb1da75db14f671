// Everything works without this file; it spares a detour here and there.
'use strict';

// A second click sends nothing twice (the server would notice; this spares the wait). "Back" makes the buttons usable again.
addEventListener('submit', (event) => {
  const form = event.target;
  // What opens beside leaves this page as it is.
  if (form.target) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  dirty = null;
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Leaving a form with unsaved answers asks first.
let dirty = null;
addEventListener('input', (event) => {
  if (event.target.form && event.target.form.dataset.keep) dirty = event.target.form;
});
addEventListener('beforeunload', (event) => {
  if (dirty) event.preventDefault();
});

// The key of a link of the menu leads there; on the page itself to its first field. Never while somebody types.
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const link = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === event.key);
  if (!link) return;
  event.preventDefault();
  const field = link.getAttribute('aria-current') && document.querySelector('main input[type=text]');
  if (field) field.focus();
  else link.click();
});

// The reader's own local time, as a tooltip of times that are given in UTC.
for (const time of document.querySelectorAll('time[datetime*="T"]')) {
  time.title = new Date(time.dateTime).toLocaleString(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'long' });
}
