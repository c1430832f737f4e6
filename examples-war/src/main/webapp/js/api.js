// Calls the examples as the user chosen on the page.

const PASSWORD = 'secret'; // of both demo users

const PATIENCE = 5000; // for a call to be over
const PAUSE = 100;

/** Sends the form; resolves to what came back, whatever its status; rejects only where nothing came. */
export async function send(form, user, recorded) {
  const { url, headers } = request(form);
  if (recorded) {
    headers.set('X-Record', 'true');
  }
  if (user) {
    headers.set('Authorization', 'Basic ' + btoa(`${user}:${PASSWORD}`));
  }
  const started = performance.now();
  // Without the browser's own credentials, or it would ask for a password itself at a 401.
  const response = await fetch(url, { method: form.dataset.method ?? 'GET', headers, credentials: 'omit' });
  const text = await response.text();
  return {
    ok: response.ok,
    status: `${response.status} ${response.statusText}`.trim(),
    requestId: response.headers.get('X-Request-Id'),
    millis: Math.round(performance.now() - started),
    text,
    body: parse(text),
  };
}

/** What was recorded of a call; waits for the call to be over, and a little for what comes after it. */
export async function timeline(requestId) {
  const until = performance.now() + PATIENCE;
  let found = await recording(requestId);
  while (!found.over && performance.now() < until) {
    await pause();
    found = await recording(requestId);
  }
  await pause();
  return recording(requestId);
}

async function recording(requestId) {
  const response = await fetch(`api/timelines/${encodeURIComponent(requestId)}`, { credentials: 'omit' });
  if (!response.ok) {
    throw new Error(`the server answered ${response.status}`);
  }
  return response.json();
}

function pause() {
  return new Promise((resume) => setTimeout(resume, PAUSE));
}

/** A field goes into the path where its name stands in braces, else into a header or the query. */
function request(form) {
  const headers = new Headers({ Accept: 'application/json' });
  const query = new URLSearchParams();
  let path = form.getAttribute('action');
  for (const [name, value] of new FormData(form)) {
    if (path.includes(`{${name}}`)) {
      path = path.replace(`{${name}}`, encodeURIComponent(value));
    } else if (form.elements.namedItem(name).dataset.in !== 'header') {
      query.set(name, value);
    } else if (value) {
      headers.set(name, value);
    }
  }
  return { url: query.size ? `${path}?${query}` : path, headers };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // shown as it came
  }
}
