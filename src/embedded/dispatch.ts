/** From a message to its answer: finds the command, refuses what is not supported, turns errors into answers. */
import { Double } from 'bson';
import { adminCommands, sessionId } from './admin.ts';
import type { Call, Handler, Reply, Server } from './call.ts';
import { Fault } from './fault.ts';
import { readCommands } from './read.ts';
import { inSession } from './sessions.ts';
import { type CommandName, commands, commonFields } from './supported.ts';
import { type Doc, encode, firstField, own } from './value.ts';
import type { Message } from './wire.ts';
import { writeCommands } from './write.ts';

const handlers: Readonly<Record<CommandName, Handler>> = {
  ...adminCommands,
  ...readCommands,
  ...writeCommands,
};

/** Drivers write `ismaster`, `findandmodify` and the like in several ways. */
const byLowerCase = new Map(Object.keys(commands).map((name) => [name.toLowerCase(), name as CommandName]));

/** MongoDB's limit for a document, and what it allows itself on top. */
const largestReply = 16 * 1024 * 1024 + 16 * 1024;

export async function answer(server: Server, message: Message): Promise<Buffer> {
  const reply = await run(server, message);
  try {
    const bytes = Buffer.isBuffer(reply) ? reply : encode(reply);
    if (bytes.length <= largestReply) return bytes;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // js-bson's buffer ends at 17 MB
  }
  return encode(refusal(new Fault(10334, 'BSONObjectTooLarge', 'the answer is larger than 16 MB')));
}

async function run(server: Server, message: Message): Promise<Reply> {
  const { body } = message;
  try {
    const sent = firstField(body);
    const name = byLowerCase.get(sent.toLowerCase());
    if (!name) throw new Fault(59, 'CommandNotFound', `no such command: '${sent}'`);
    requireKnownFields(name, sent, body);
    const reply = await inSession(callOf(server, name, sent, message), handlers[name]);
    return Buffer.isBuffer(reply) ? reply : { ...reply, ok: new Double(1) };
  } catch (error) {
    return refusal(error);
  }
}

function callOf(server: Server, name: CommandName, sent: string, { body, documents }: Message): Call {
  const db = own(body, '$db');
  return {
    server,
    name,
    target: own(body, sent),
    body,
    db: typeof db === 'string' ? db : 'admin',
    now: new Date(),
    documents,
    session: sessionId(own(body, 'lsid')),
    transaction: undefined,
  };
}

function requireKnownFields(name: CommandName, sent: string, body: Doc): void {
  const fields: readonly string[] | null = commands[name];
  if (!fields) return;
  const known: readonly string[] = [...fields, ...commonFields, sent];
  const unknown = Object.keys(body).find((field) => !known.includes(field));
  if (unknown)
    throw new Fault(40415, 'Location40415', `BSON field '${sent}.${unknown}' is an unknown field.`);
}

function refusal(error: unknown): Doc {
  const fault =
    error instanceof Fault ? error : new Fault(1, 'InternalError', String((error as Error).message));
  const { code, codeName, message, extra } = fault;
  return { ok: new Double(0), errmsg: message, code, codeName, ...extra };
}
