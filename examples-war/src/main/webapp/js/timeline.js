// What the recording of a call says, put in order: resources, threads, and where on the drawing all of it goes. No DOM here.

const DESTROYER = /^asynclocal-destroy#/; // tells destructions; nothing of the call runs there
const EDGE = 14;
const NAME = 165; // room for the name of what ends last

/** Resources in the order of creation, and the threads (lanes) that they were created or ran on. */
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

/** How far along each event is drawn: long waits are shortened, or the work would be too small to see. */
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

/** A row on each thread where the resource ran; one where it was created if it never did. */
function place(resource, lanes) {
  const threads = [...new Set(resource.runs.map((run) => run.from.thread))];
  for (const thread of threads.length ? threads : [resource.at.thread]) {
    const lane = lanes.get(thread);
    const row = { resource, lane, runs: resource.runs.filter((run) => run.from.thread === thread) };
    lane.rows.push(row);
    resource.rows.push(row);
  }
}

/** Moments to write the time at: the first event, the last one, and those after a wait. */
function ticks(events, step) {
  return events.flatMap((event, index) => {
    const waited = index === 0 ? Infinity : event.micros - events[index - 1].micros;
    return waited >= 1000 || index === events.length - 1 ? [{ step: step[index], micros: event.micros - events[0].micros }] : [];
  });
}

/** From steps to pixels: as wide as there is room, and no narrower than what can be read. */
export function scale(end, room) {
  const unit = Math.max((room - EDGE - NAME) / end, 8);
  return { x: (step) => EDGE + step * unit, width: Math.floor(EDGE + end * unit + NAME) };
}

/** A duration in words. */
export function duration(micros) {
  return micros < 1000 ? `${micros} µs` : `${(micros / 1000).toLocaleString('en', { maximumFractionDigits: micros < 100000 ? 1 : 0 })} ms`;
}
