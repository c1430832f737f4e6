// Sends a form when it is submitted, and shows the answer and the events below it.

import { send, timeline } from './api.js';
import { drawing } from './drawing.js';
import { element } from './dom.js';
import { problem, views } from './views.js';

for (const form of document.forms) {
  const answer = element('section', { class: 'answer', 'aria-live': 'polite' });
  const drawn = element('section', { class: 'drawn', 'aria-label': 'Events' });
  form.after(element('div', { class: 'outcome' }, answer, drawn));
  form.noValidate = true; // the server rejects bad input, and its answer is worth seeing
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    call(form, answer, drawn);
  });
}

async function call(form, answer, drawn) {
  const button = form.querySelector('button');
  button.disabled = true;
  answer.setAttribute('aria-busy', 'true');
  drawn.replaceChildren();
  try {
    const recorded = document.getElementById('record').checked;
    const came = await send(form, chosenUser(), recorded);
    answer.replaceChildren(...shown(form, came));
    if (recorded) {
      await draw(drawn, came.requestId);
    }
  } catch (failure) {
    answer.replaceChildren(element('p', { class: 'problem' }, `The call failed: ${failure.message}`));
    throw failure; // shows the stack trace in the browser's console
  } finally {
    answer.removeAttribute('aria-busy');
    button.disabled = false;
    button.focus();
  }
}

async function draw(drawn, requestId) {
  const head = element('h3', {}, 'Events');
  if (!requestId) {
    drawn.replaceChildren(head, element('p', {}, 'The server rejected the call before it reached the application, so nothing was recorded.'));
    return;
  }
  drawn.replaceChildren(head, element('p', { role: 'status' }, 'Waiting for the end of the call …'));
  try {
    drawn.replaceChildren(head, ...drawing(await timeline(requestId)));
  } catch (failure) {
    drawn.replaceChildren(head, element('p', { class: 'problem' }, `The recording could not be read: ${failure.message}.`));
  }
}

function chosenUser() {
  return document.querySelector('input[name=user]:checked').value;
}

function shown(form, { ok, status, requestId, millis, text, body }) {
  const line = element('p', { class: 'status' },
    element('strong', { class: ok ? 'good' : 'bad' }, status),
    ` · ${millis} ms`, requestId ? ` · request id ${requestId}` : null);
  const raw = element('details', {}, element('summary', {}, 'The raw answer'),
    element('pre', {}, body ? JSON.stringify(body, null, 2) : text));
  return [line, ...contents(form, ok, body), raw];
}

function contents(form, ok, body) {
  if (!body) {
    return [];
  }
  return ok ? views[form.dataset.view](body) : problem(body);
}
