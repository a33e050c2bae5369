/** Sessions: a retried write is answered once, and a transaction belongs to its number. */
import { Long } from 'bson';
import type { Call, Handler, Reply } from './call.ts';
import { type Cursors, closeSessionCursors } from './cursors.ts';
import { Fault, noSuchTransaction } from './fault.ts';
import type { Store } from './store.ts';
import { inTransactions } from './supported.ts';
import {
  abortTransaction,
  beginTransaction,
  commitTransaction,
  requireOpen,
  type Transaction,
} from './transaction.ts';
import { own } from './value.ts';

interface Session {
  /** Of its last retryable write or transaction; they only grow. */
  number: bigint;
  transaction: Transaction | undefined;
  /** What the last retryable write was answered. */
  reply: Promise<Reply> | undefined;
  usedAt: number;
}

export type Sessions = Map<string, Session>;

/** As announced by hello. */
export const sessionMinutes = 30;

export async function inSession(call: Call, handler: Handler): Promise<Reply> {
  const given = own(call.body, 'txnNumber');
  const transactional = own(call.body, 'autocommit') === false;
  if (!(given instanceof Long) || !call.session) return handler(call);
  const session = touch(call.server.sessions, call.session);
  const number = given.toBigInt();
  if (number < session.number)
    throw new Fault(225, 'TransactionTooOld', `txnNumber ${number} is older than ${session.number}`);
  return transactional ? inTransaction(call, handler, session, number) : once(call, handler, session, number);
}

function touch(sessions: Sessions, id: string): Session {
  const session = sessions.get(id) ?? { number: -1n, transaction: undefined, reply: undefined, usedAt: 0 };
  session.usedAt = Date.now();
  sessions.set(id, session);
  return session;
}

async function once(call: Call, handler: Handler, session: Session, number: bigint): Promise<Reply> {
  if (session.number === number && session.reply !== undefined) return session.reply;
  renumber(call.server.store, session, number);
  const reply = Promise.resolve(handler(call));
  session.reply = reply;
  try {
    return await reply;
  } catch (error) {
    if (session.reply === reply) session.reply = undefined; // it did not happen: a retry runs it
    throw error;
  }
}

/** Whatever the session had open before is over. */
function renumber(store: Store, session: Session, number: bigint): void {
  if (session.number !== number && session.transaction) abortTransaction(store, session.transaction);
  session.transaction = undefined;
  session.reply = undefined;
  session.number = number;
}

async function inTransaction(call: Call, handler: Handler, session: Session, number: bigint): Promise<Reply> {
  const { store } = call.server;
  if (own(call.body, 'startTransaction') === true) start(store, session, number);
  const transaction = session.number === number ? session.transaction : undefined;
  if (!transaction)
    throw noSuchTransaction(
      `Given transaction number ${number} does not match any in-progress transactions.`,
    );
  if (call.name === 'commitTransaction') return commit(store, transaction);
  if (call.name === 'abortTransaction') return abort(store, transaction);
  requireOpen(transaction);
  try {
    if (!(inTransactions as readonly string[]).includes(call.name))
      throw new Fault(
        263,
        'OperationNotSupportedInTransaction',
        `Cannot run '${call.name}' in a multi-document transaction.`,
      );
    const reply = await handler({ ...call, transaction });
    if ('writeErrors' in reply) abortTransaction(store, transaction);
    return reply;
  } catch (error) {
    abortTransaction(store, transaction);
    throw error;
  }
}

function start(store: Store, session: Session, number: bigint): void {
  if (session.number === number && session.transaction)
    throw new Fault(50911, 'Location50911', `transaction ${number} of this session has been started already`);
  renumber(store, session, number);
  session.transaction = beginTransaction(store);
}

/** Asked again, a commit that happened is answered as one. */
async function commit(store: Store, transaction: Transaction): Promise<Reply> {
  if (transaction.state === 'committing') await transaction.done;
  if (transaction.state === 'committed') return {};
  requireOpen(transaction);
  await commitTransaction(store, transaction);
  return {};
}

async function abort(store: Store, transaction: Transaction): Promise<Reply> {
  if (transaction.state === 'committing') await transaction.done;
  if (transaction.state === 'committed')
    throw new Fault(256, 'TransactionCommitted', 'Transaction has been committed');
  requireOpen(transaction);
  abortTransaction(store, transaction);
  return {};
}

export function endSession(store: Store, sessions: Sessions, cursors: Cursors, id: string): void {
  const transaction = sessions.get(id)?.transaction;
  if (transaction) abortTransaction(store, transaction);
  closeSessionCursors(cursors, id);
  sessions.delete(id);
}

export function endIdle(store: Store, sessions: Sessions, cursors: Cursors, now: number): void {
  for (const [id, session] of sessions)
    if (now - session.usedAt > sessionMinutes * 60_000) endSession(store, sessions, cursors, id);
}
