// Creates elements without markup in strings, so that an answer is never interpreted as HTML.

/** Creates an element. Children are elements or strings; null ones are skipped. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Creates an SVG element. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Creates a table. A column is { head, cell }, where cell is a function from row to element or string. */
export function table(caption, rows, columns) {
  const head = element('tr', {}, ...columns.map(({ head }) => element('th', { scope: 'col' }, head)));
  const body = rows.map((row) => element('tr', {}, ...columns.map(({ cell }) => element('td', {}, cell(row)))));
  return element('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body)));
}

const seen = [];

/** Returns the class of a thread's colour, which is the same everywhere on the page. */
export function markOf(label) {
  if (!seen.includes(label)) {
    seen.push(label);
  }
  return `mark${seen.indexOf(label) % 8}`;
}

/** Shows a thread's name in its colour; only the end of a long name. */
export function thread(label) {
  const shown = label.length > 30 ? '…' + label.slice(-26) : label;
  return element('span', { class: `thread ${markOf(label)}`, title: label }, shown);
}

/** Shows a value, or a word for its absence; only the beginning of a long value. */
export function value(text, absent) {
  if (text === null || text === undefined) {
    return element('em', {}, absent);
  }
  return element('code', { title: text }, text.length > 20 ? text.slice(0, 12) + '…' : text);
}
