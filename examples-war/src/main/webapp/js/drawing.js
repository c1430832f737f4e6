// Draws a recorded call: a lane for each thread, a row for each resource on it.

import { element, markOf, svg, table, thread, value } from './dom.js';
import { duration, scale, understand } from './timeline.js';

const HEAD = 26;
const ROW = 34;
const GAP = 8;
const AXIS = 24;

/** Draws a timeline, with details and a table below. */
export function drawing(timeline) {
  const told = understand(timeline);
  if (told.resources.length === 0) {
    return [element('p', {}, 'No events were recorded for this call.')];
  }
  const details = element('div', { class: 'details', 'aria-live': 'polite' });
  const picture = element('div', { class: 'picture' });
  const scroller = element('div', { class: 'scroller' }, picture);
  const state = { told, picture, details, selected: told.resources.find((resource) => resource.lost) ?? told.resources[0] };
  const observer = new ResizeObserver(() => draw(state, scroller.clientWidth));
  observer.observe(scroller);
  return [summary(timeline, told), scroller, legend(), details, asTable(told)];
}

function summary(timeline, { requestId, resources, lanes }) {
  const lost = resources.filter((resource) => resource.lost).length;
  const caller = resources.find((resource) => resource.context.principal)?.context.principal;
  const transactions = new Set(resources.map((resource) => resource.context.transaction).filter(Boolean)).size;
  return element('p', { class: 'summary' },
    `${count(resources.length, 'resource')} on ${count(lanes.length, 'thread')} · request `, value(requestId, 'none'),
    ` · ${caller ? `caller ${caller}` : 'no caller'} · ${transactions === 0 ? 'no transaction' : count(transactions, 'transaction')}`,
    lost ? element('strong', { class: 'bad' }, ` · ${count(lost, 'handoff')} lost the store`) : ' · no handoff lost the store',
    timeline.over ? null : element('em', {}, ' · still running: these are the events so far'));
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function draw(state, room) {
  if (room === state.room) {
    return;
  }
  state.room = room;
  const hadFocus = state.picture.contains(document.activeElement);
  const { told } = state;
  const { x, width } = scale(told.end, room);
  let y = AXIS;
  for (const lane of told.lanes) {
    lane.y = y;
    lane.rows.forEach((row, index) => { row.y = y + HEAD + index * ROW + ROW / 2; });
    y += HEAD + lane.rows.length * ROW + GAP;
  }
  const chart = svg('svg', { width, height: y, viewBox: `0 0 ${width} ${y}`, role: 'group',
    'aria-label': `Resources of the call by thread; use the arrow keys to move between them` },
  ...told.lanes.map((lane) => band(lane, width)), ...axis(told.ticks, x, y), ...links(told, x),
  ...told.resources.map((resource) => drawn(resource, x, state)));
  const labels = element('div', { class: 'lanes', 'aria-hidden': 'true' }, ...told.lanes.map((lane) => {
    const label = element('div', { class: 'lane-label' }, thread(lane.thread));
    label.style.top = `${lane.y}px`;
    return label;
  }));
  labels.style.width = `${Math.min(room, width)}px`;
  state.picture.style.width = `${width}px`;
  state.picture.replaceChildren(labels, chart);
  select(state, state.selected, hadFocus);
}

function band(lane, width) {
  return svg('rect', { class: `band ${markOf(lane.thread)}`, x: 0, y: lane.y, width, height: HEAD + lane.rows.length * ROW, rx: 6 });
}

function axis(ticks, x, height) {
  let free = 0;
  return ticks.flatMap(({ step, micros }) => {
    const at = x(step);
    if (at < free) {
      return [];
    }
    free = at + 58;
    return [svg('line', { class: 'tick', x1: at, x2: at, y1: 17, y2: height }),
      svg('text', { class: 'time', x: at, y: 12 }, duration(micros))];
  });
}

/** Draws the line from the creator of each resource to its own row. */
function links({ resources }, x) {
  return resources.filter((resource) => resource.parent).flatMap((resource) => {
    const rows = resource.parent.rows;
    const from = rows.find((row) => row.lane.thread === resource.at.thread) ?? rows[0];
    const at = x(resource.at.step);
    return resource.rows.map((row) =>
      svg('path', { class: `link${resource.lost ? ' lost' : ''}`, 'data-child': resource.id, d: `M${at} ${from.y}V${row.y}` }));
  });
}

function drawn(resource, x, state) {
  const group = svg('g', { class: `resource${resource.lost ? ' lost' : ''}`, role: 'button', tabindex: -1, 'data-id': resource.id,
    'aria-label': spoken(resource) }, ...resource.rows.flatMap((row) => drawnRow(row, resource, x)));
  group.addEventListener('pointermove', (event) => {
    if (event.movementX || event.movementY) { // ignores a drawing that appears under a resting pointer
      select(state, resource, false);
    }
  });
  group.addEventListener('click', () => select(state, resource, true));
  group.addEventListener('focus', () => select(state, resource, false));
  group.addEventListener('keydown', (event) => move(event, state, resource));
  return group;
}

function drawnRow(row, resource, x) {
  const begin = x(resource.at.step);
  const last = Math.max(...[resource.resolved, resource.destroyed, ...row.runs.map((run) => run.to)].filter(Boolean).map((at) => x(at.step)), begin + 6);
  const marks = [
    svg('rect', { class: 'hit', x: begin - 8, y: row.y - ROW / 2, width: last - begin + 24, height: ROW }),
    svg('line', { class: 'life', x1: begin, x2: last, y1: row.y, y2: row.y }),
    ...row.runs.map((run) => svg('rect', { class: `run ${markOf(row.lane.thread)}`, x: x(run.from.step), y: row.y - 8,
      width: Math.max(x(run.to.step) - x(run.from.step), 5), height: 16, rx: 4 })),
    svg('circle', { class: 'created', cx: begin, cy: row.y, r: 4.5 }),
  ];
  if (resource.resolved) {
    const at = x(resource.resolved.step);
    marks.push(svg('path', { class: 'resolved', d: `M${at} ${row.y - 6}l6 6l-6 6l-6-6z` }));
  }
  if (resource.destroyed) {
    const at = x(resource.destroyed.step);
    marks.push(svg('path', { class: 'destroyed', d: `M${at - 4} ${row.y - 4}l8 8m0-8l-8 8` }));
  }
  const name = `${resource.type} ${resource.id}`;
  marks.push(svg('text', { class: 'name', x: last + 12, y: row.y + 4 }, resource.lost ? `${name}  ⚠ store lost` : name));
  return marks;
}

function spoken(resource) {
  const ran = resource.runs.length === 0 ? 'never ran' : `ran on ${[...new Set(resource.runs.map((run) => run.from.thread))].join(' and ')}`;
  return `${resource.type} ${resource.id}, triggered by ${resource.triggerAsyncId}, ${ran}${resource.lost ? ', lost the store' : ''}`;
}

const MOVES = {
  ArrowRight: (index) => index + 1, ArrowDown: (index) => index + 1,
  ArrowLeft: (index) => index - 1, ArrowUp: (index) => index - 1,
  Home: () => 0, End: (index, last) => last,
};

function move(event, state, resource) {
  const to = MOVES[event.key];
  if (to) {
    event.preventDefault();
    const all = state.told.resources;
    const next = to(all.indexOf(resource), all.length - 1);
    select(state, all[Math.min(Math.max(next, 0), all.length - 1)], true);
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
  }
}

function select(state, resource, focus) {
  if (state.shown === resource && !focus && state.marked === state.picture.lastChild) {
    return;
  }
  state.marked = state.picture.lastChild;
  state.selected = resource;
  const way = new Set();
  for (let each = resource; each; each = each.parent) {
    way.add(String(each.id));
  }
  for (const group of state.picture.querySelectorAll('.resource')) {
    const chosen = group.dataset.id === String(resource.id);
    group.setAttribute('tabindex', chosen ? '0' : '-1');
    group.setAttribute('aria-pressed', String(chosen));
    group.classList.toggle('way', way.has(group.dataset.id));
    if (chosen && focus) {
      group.focus();
      group.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }
  for (const link of state.picture.querySelectorAll('.link')) {
    link.classList.toggle('way', way.has(link.dataset.child));
  }
  if (state.shown !== resource) {
    state.shown = resource;
    state.details.replaceChildren(...described(resource));
  }
}

function described(resource) {
  const { context } = resource;
  const start = resource.at.micros;
  const after = (at) => `after ${duration(at.micros - start)}`;
  const facts = [
    ['async id', String(resource.id)],
    ['trigger id', String(resource.triggerAsyncId)],
    ['execution id at creation', String(resource.executionAsyncId)],
    ['created at', resource.site ? element('code', {}, resource.site) : element('em', {}, 'by the server or the library')],
    ['created on', thread(resource.at.thread)],
    ...resource.runs.map((run) => ['ran', element('span', {}, thread(run.from.thread),
      ` ${after(run.from)}, ${run.to.open ? 'still running' : `for ${duration(run.to.micros - run.from.micros)}`}`)]),
    ['resolved', resource.resolved ? after(resource.resolved) : null],
    ['destroyed', resource.destroyed ? after(resource.destroyed) : element('em', {}, 'not yet: it can run again until it is collected')],
    ['request id', value(context.requestId, resource.parent ? 'lost' : 'bound later, by the filter')],
    ['caller', value(context.principal, 'anonymous')],
    ['transaction', context.transaction ? element('code', {}, context.transaction) : element('em', {}, 'none')],
  ];
  return [
    element('h4', {}, `${resource.type} ${resource.id}`),
    resource.lost ? element('p', { class: 'problem' },
      'This handoff lost the store: the resource was created on a thread that did not have it. Create the resource where the work is requested, or bind the callback there.') : null,
    element('dl', {}, ...facts.filter(([, fact]) => fact !== null).flatMap(([name, fact]) => [element('dt', {}, name), element('dd', {}, fact)])),
  ].filter(Boolean);
}

function legend() {
  const item = (shape, text) => element('li', {}, svg('svg', { width: 22, height: 16, viewBox: '0 0 22 16', 'aria-hidden': 'true' }, shape), text);
  return element('ul', { class: 'legend' },
    item(svg('circle', { class: 'created', cx: 11, cy: 8, r: 4.5 }), 'created'),
    item(svg('rect', { class: 'run', x: 1, y: 1, width: 20, height: 14, rx: 4 }), 'runs'),
    item(svg('path', { class: 'resolved', d: 'M11 2l6 6l-6 6l-6-6z' }), 'resolved'),
    item(svg('path', { class: 'destroyed', d: 'M7 4l8 8m0-8l-8 8' }), 'destroyed'),
    item(svg('line', { class: 'link lost', x1: 1, x2: 21, y1: 8, y2: 8 }), 'store lost'),
    element('li', {}, 'Long waits are shortened.'));
}

function asTable({ resources }) {
  return element('details', {}, element('summary', {}, 'The same as a table'),
    table('Resources in the order of creation', resources, [
      { head: 'resource', cell: (row) => element('span', { class: `depth${Math.min(row.depth, 6)}` }, `${row.type} ${row.id}`) },
      { head: 'trigger', cell: (row) => String(row.triggerAsyncId) },
      { head: 'ran on', cell: (row) => row.runs.length ? thread(row.runs[0].from.thread) : element('em', {}, 'never') },
      { head: 'created at', cell: (row) => row.site ? element('code', {}, row.site) : element('em', {}, 'server or library') },
      { head: 'store', cell: (row) => row.lost ? element('strong', { class: 'bad' }, 'lost') : value(row.context.requestId, 'not bound yet') },
      { head: 'caller', cell: (row) => value(row.context.principal, 'anonymous') },
      { head: 'transaction', cell: (row) => value(row.context.transaction, 'none') },
    ]));
}
