// Elements without markup in strings: what a server answers never becomes HTML.

/** An element; children are elements or texts, null ones are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** An element of a drawing, made as others are. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A table; columns are { head, cell } with a function from row to element or text. */
export function table(caption, rows, columns) {
  const head = element('tr', {}, ...columns.map(({ head }) => element('th', { scope: 'col' }, head)));
  const body = rows.map((row) => element('tr', {}, ...columns.map(({ cell }) => element('td', {}, cell(row)))));
  return element('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body)));
}

const seen = [];

/** The class of a thread's colour: equal threads look equal all over the page. */
export function markOf(label) {
  if (!seen.includes(label)) {
    seen.push(label);
  }
  return `mark${seen.indexOf(label) % 8}`;
}

/** A thread's name with its mark; of a long name, its end. */
export function thread(label) {
  const shown = label.length > 30 ? '…' + label.slice(-26) : label;
  return element('span', { class: `thread ${markOf(label)}`, title: label }, shown);
}

/** A value, or a word for its absence; of a long value, its beginning. */
export function value(text, absent) {
  if (text === null || text === undefined) {
    return element('em', {}, absent);
  }
  return element('code', { title: text }, text.length > 20 ? text.slice(0, 12) + '…' : text);
}
