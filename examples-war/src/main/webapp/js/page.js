// Sends a form when it is submitted, and shows the answer below it.

import { send } from './api.js';
import { element } from './dom.js';
import { problem, views } from './views.js';

for (const form of document.forms) {
  const answer = element('section', { class: 'answer', 'aria-live': 'polite' });
  form.after(answer);
  form.noValidate = true; // bad input is the server's to refuse, and worth seeing
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    call(form, answer);
  });
}

async function call(form, answer) {
  const button = form.querySelector('button');
  button.disabled = true;
  answer.setAttribute('aria-busy', 'true');
  try {
    answer.replaceChildren(...shown(form, await send(form, chosenUser())));
  } catch (failure) {
    answer.replaceChildren(element('p', { class: 'problem' }, `The call failed: ${failure.message}`));
    throw failure; // the browser's console has the rest
  } finally {
    answer.removeAttribute('aria-busy');
    button.disabled = false;
    button.focus();
  }
}

function chosenUser() {
  return document.querySelector('input[name=user]:checked').value;
}

function shown(form, { ok, status, requestId, millis, text, body }) {
  const line = element('p', { class: 'status' },
    element('strong', { class: ok ? 'good' : 'bad' }, status),
    ` · ${millis} ms`, requestId ? ` · request id ${requestId}` : null);
  const raw = element('details', {}, element('summary', {}, 'The answer as it came'),
    element('pre', {}, body ? JSON.stringify(body, null, 2) : text));
  return [line, ...contents(form, ok, body), raw];
}

function contents(form, ok, body) {
  if (!body) {
    return [];
  }
  return ok ? views[form.dataset.view](body) : problem(body);
}
