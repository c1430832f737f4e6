// Turns the recording of a call into resources, threads and positions in the drawing. Does not use the DOM.

const DESTROYER = /^asynclocal-destroy#/; // delivers destroy events; the call does not run there
const EDGE = 14;
const NAME = 165; // room for the name of the last resource

/** Finds the resources, in the order of creation, and the threads (lanes) that created or ran them. */
export function understand({ requestId, events }) {
  const resources = new Map();
  const lanes = new Map();
  const stacks = new Map();
  const step = steps(events);
  events.forEach((event, index) => {
    const at = { step: step[index], micros: event.micros, thread: event.thread };
    const stack = stackOf(stacks, event.thread);
    if (!DESTROYER.test(event.thread) && !lanes.has(event.thread)) {
      lanes.set(event.thread, { thread: event.thread, rows: [] });
    }
    if (event.event === 'init') {
      resources.set(event.asyncId, created(event, at, stack, resources, requestId));
    } else {
      happened(resources.get(event.asyncId), event.event, at, stack);
    }
  });
  const all = [...resources.values()];
  const end = (step.at(-1) ?? 0) + 1;
  all.flatMap((resource) => resource.runs).forEach((run) => { run.to ??= { ...run.from, step: end, open: true }; });
  all.forEach((resource) => place(resource, lanes));
  return { requestId, resources: all, lanes: [...lanes.values()].filter((lane) => lane.rows.length > 0), end, ticks: ticks(events, step) };
}

/** Computes the position of each event. Long waits are shortened; otherwise the work would be too small to see. */
function steps(events) {
  let position = 0;
  return events.map((event, index) => {
    const waited = index === 0 ? 0 : event.micros - events[index - 1].micros;
    return (position += index === 0 ? 0 : 1 + 1.3 * Math.log10(1 + waited / 15));
  });
}

function stackOf(stacks, thread) {
  if (!stacks.has(thread)) {
    stacks.set(thread, []);
  }
  return stacks.get(thread);
}

function created({ asyncId: id, executionAsyncId, creation }, at, stack, resources, requestId) {
  const parent = resources.get(executionAsyncId) ?? resources.get(creation.triggerAsyncId) ?? null;
  const context = creation.context ?? {};
  return {
    id, executionAsyncId, parent, at, context,
    type: creation.type,
    triggerAsyncId: creation.triggerAsyncId,
    site: creation.site ?? null,
    lost: parent !== null && (context.requestId ?? null) !== requestId,
    depth: parent === null ? 0 : parent.depth + 1,
    runs: [], resolved: null, destroyed: null, rows: [],
  };
}

function happened(resource, event, at, stack) {
  if (event === 'before') {
    const run = { resource, from: at, to: null };
    stack.push(run);
    resource.runs.push(run);
  } else if (event === 'after') {
    const index = stack.findLastIndex((run) => run.resource === resource);
    if (index >= 0) {
      stack.splice(index, 1)[0].to = at;
    }
  } else {
    resource[event === 'resolve' ? 'resolved' : 'destroyed'] ??= at;
  }
}

/** Adds a row on each thread that ran the resource, or on the thread that created it if none did. */
function place(resource, lanes) {
  const threads = [...new Set(resource.runs.map((run) => run.from.thread))];
  for (const thread of threads.length ? threads : [resource.at.thread]) {
    const lane = lanes.get(thread);
    const row = { resource, lane, runs: resource.runs.filter((run) => run.from.thread === thread) };
    lane.rows.push(row);
    resource.rows.push(row);
  }
}

/** Selects the events that get a time label: the first one, the last one, and those after a wait. */
function ticks(events, step) {
  return events.flatMap((event, index) => {
    const waited = index === 0 ? Infinity : event.micros - events[index - 1].micros;
    return waited >= 1000 || index === events.length - 1 ? [{ step: step[index], micros: event.micros - events[0].micros }] : [];
  });
}

/** Maps steps to pixels: as wide as the room allows, but wide enough to be readable. */
export function scale(end, room) {
  const unit = Math.max((room - EDGE - NAME) / end, 8);
  return { x: (step) => EDGE + step * unit, width: Math.floor(EDGE + end * unit + NAME) };
}

/** Formats a duration. */
export function duration(micros) {
  return micros < 1000 ? `${micros} µs` : `${(micros / 1000).toLocaleString('en', { maximumFractionDigits: micros < 100000 ? 1 : 0 })} ms`;
}
