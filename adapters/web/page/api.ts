/** The only place that talks to the server. */
import type { Card, Clock, Deed, Feed, Person, Reply } from './wire.ts';

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const TOKEN = 'growloop.token';
const RETRIES = [300, 1200];

let askToken: () => Promise<string> = () => Promise.reject(new Problem(401, 'unauthorised', 'no token'));
let asking: Promise<string> | undefined;

export function whenTokenIsNeeded(ask: () => Promise<string>): void {
  askToken = ask;
}

/** Works on plain HTTP too, where `crypto.randomUUID` does not exist. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function headersOf(init: RequestInit): Headers {
  const headers = new Headers(init.headers);
  const token = sessionStorage.getItem(TOKEN);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return headers;
}

async function renewToken(): Promise<void> {
  asking ??= askToken().finally(() => {
    asking = undefined;
  });
  sessionStorage.setItem(TOKEN, await asking);
}

/** A request with the token; asked for once when the server wants one. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const answer = await fetch(path, { ...init, headers: headersOf(init), cache: 'no-store' });
    if (answer.status !== 401) return answer;
    await renewToken();
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => undefined)) as
    | { error?: { code?: string; message?: string } }
    | undefined;
  return new Problem(answer.status, body?.error?.code ?? 'failed', body?.error?.message ?? '');
}

async function read<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await request(path, init);
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as T;
}

/** The same key on a retry: the server does it once and gives the same answer. */
async function post<T>(path: string, body: unknown): Promise<T> {
  const form = body instanceof FormData;
  const headers = new Headers({ 'idempotency-key': randomId() });
  if (!form) headers.set('content-type', 'application/json');
  const init: RequestInit = { method: 'POST', headers, body: form ? body : JSON.stringify(body) };
  for (const wait of RETRIES) {
    try {
      return await read<T>(path, init);
    } catch (error) {
      if (error instanceof Problem) throw error;
      await pause(wait);
    }
  }
  return read<T>(path, init);
}

const of = (id: string) => `/api/people/${encodeURIComponent(id)}`;

export interface Said {
  text: string;
  room?: string;
  replyTo?: string;
  files?: string[];
}

export type Values = Record<string, string | string[]>;
export type ClockStep = { to: string } | { by: string };

export const api = {
  people: () => read<Person[]>('/api/people'),
  feed: (id: string, after: number) => read<Feed>(`${of(id)}/feed?after=${after}`),
  home: (id: string) => read<{ card: Card }>(`${of(id)}/home`),
  say: (id: string, said: Said) => post<Reply>(`${of(id)}/say`, said),
  press: (id: string, press: { token: string; value?: string; on?: string }) =>
    post<Reply>(`${of(id)}/press`, press),
  submit: (id: string, form: { token: string; values: Values; on?: string }) =>
    post<Reply>(`${of(id)}/submit`, form),
  clock: () => read<Clock>('/api/clock'),
  turnClock: (step: ClockStep) => post<{ now: string; ran: number | unknown[] }>('/api/clock', step),
  play: (people: readonly string[]) => post<{ did: Deed[] }>('/api/play', { people }),
  async upload(id: string, file: File): Promise<string> {
    const body = new FormData();
    body.append('file', file, file.name);
    return (await post<{ file: string }>(`${of(id)}/files`, body)).file;
  },
  async download(file: string, as: string): Promise<{ blob: Blob; name: string | undefined }> {
    const answer = await request(`/api/files/${encodeURIComponent(file)}?as=${encodeURIComponent(as)}`);
    if (!answer.ok) throw await problemOf(answer);
    const header = answer.headers.get('content-disposition') ?? '';
    const star = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(header)?.[1];
    const name = star ? decodeURIComponent(star) : /filename="?([^";]+)"?/i.exec(header)?.[1];
    return { blob: await answer.blob(), name };
  },
};
