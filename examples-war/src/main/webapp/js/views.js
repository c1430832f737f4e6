// Shows the answers: for each example, a function from the body to elements.

import { element, table, thread, value } from './dom.js';

const step = { head: 'step', cell: (row) => row.step };
const onThread = { head: 'thread', cell: (row) => thread(row.thread) };
const requestId = { head: 'request id', cell: (row) => value(row.requestId, 'none') };
const principal = { head: 'principal', cell: (row) => value(row.principal, 'anonymous') };

export const views = {
  delayed: (body) => [
    table('Bound by the request, read by the timer', [
      { step: 'request', thread: body.startThread },
      { step: 'timer', thread: body.endThread, value: body.value },
    ], [step, onThread, { head: 'value read', cell: (row) => 'value' in row ? value(row.value, 'none') : '' }]),
  ],

  users: (body) => [
    table(`Values that each step read for user ${body.userId}`, body.hops, [step, onThread, requestId, principal]),
    element('h3', {}, 'Log'),
    element('ol', { class: 'log' }, ...body.log.map((line) => element('li', {}, line))),
  ],

  whoami: (body) => [
    table(`The caller ${body.caller}, as each step saw it`, body.hops,
      [step, onThread, principal, { head: 'in role', cell: (row) => row.inRole ? 'yes' : 'no' }, requestId]),
    element('p', {}, 'The inline step ran on a thread of ', value(body.inlineCompletedBy, 'an anonymous user'), '’s request.'),
  ],

  order: (body) => [
    element('p', {}, element('strong', { class: body.status }, body.status), ' transaction ', element('code', {}, body.transaction ?? 'none')),
    table('The transaction that each step saw', body.steps, [step, onThread,
      { head: 'transaction', cell: (row) => row.transaction === body.transaction ? 'the same' : value(row.transaction, 'none') },
      { head: 'transaction-scoped value', cell: (row) => value(row.scopedValue, 'none') }]),
  ],

  orders: (body) => [
    body.length === 0 ? element('p', {}, 'There are no orders.')
      : table('Orders, newest first', body.slice(-20).reverse(),
        [{ head: 'item', cell: (row) => row.item }, principal, requestId, { head: 'order id', cell: (row) => value(row.orderId, 'none') }]),
  ],

  trace: (body) => [
    table('Events of this call’s resources', body, [
      { head: 'event', cell: (row) => row.type ? `${row.event} ${row.type}(${row.asyncId})` : `${row.event} ${row.asyncId}` },
      { head: 'execution id', cell: (row) => String(row.executionAsyncId) },
      { head: 'trigger by', cell: (row) => row.triggerAsyncId === undefined ? '' : String(row.triggerAsyncId) }]),
  ],

  driver: (body) => [
    table('The request id that each step read', body.steps, [step, onThread, { head: 'request id', cell: (row) => value(row.requestId, 'lost') }]),
  ],

  emit: (body) => [
    table('The value of one storage', [
      { side: 'where the event was emitted', store: body.emitter },
      { side: 'in the listener', store: body.listener },
    ], [{ head: 'side', cell: (row) => row.side }, { head: 'store', cell: (row) => value(row.store, 'none') }]),
  ],
};

/** Problem details; an order that was rolled back also has its steps. */
export function problem(body) {
  const detail = body.detail ? `${body.title}: ${body.detail}` : body.title;
  return [element('p', { class: 'problem' }, detail), ...(body.steps ? views.order(body) : [])];
}
