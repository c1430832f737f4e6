// Calls the examples as the selected user.

const PASSWORD = 'secret'; // of both demo users

const TIMEOUT = 5000; // for the end of a call
const PAUSE = 100;

/** Sends the form. Resolves to the response with any status; rejects only without a response. */
export async function send(form, user, recorded) {
  const { url, headers } = request(form);
  if (recorded) {
    headers.set('X-Record', 'true');
  }
  if (user) {
    headers.set('Authorization', 'Basic ' + btoa(`${user}:${PASSWORD}`));
  }
  const started = performance.now();
  // Omits the browser's own credentials; otherwise it would open a password dialog at a 401.
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

/** Reads the recording of a call. Waits for the end of the call, and briefly for later events. */
export async function timeline(requestId) {
  const until = performance.now() + TIMEOUT;
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

/** Builds the request. A field replaces its name in braces in the path, or else becomes a header or a query parameter. */
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
    return null; // shown as text
  }
}
