/** Server-sent events: who has something new, up to which number. Readers then ask for their feed. */
const HEARTBEAT_MS = 25_000;
/** Someone who does not read this many events any more is let go; the page comes back and asks for what it missed. */
const BEHIND = 2000;

export interface Events {
  start(): void;
  stop(): void;
  tell(person: string, seq: number): void;
  subscribe(signal: AbortSignal): Response;
  readonly listeners: number;
}

export function eventsOf(): Events {
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  let heart: NodeJS.Timeout | undefined;

  function leave(stream: ReadableStreamDefaultController<Uint8Array>): void {
    if (!open.delete(stream)) return;
    stream.close();
  }

  function write(text: string): void {
    const bytes = encoder.encode(text);
    for (const stream of open) {
      if ((stream.desiredSize ?? 0) < -BEHIND) leave(stream);
      else stream.enqueue(bytes);
    }
  }

  function subscribe(signal: AbortSignal): Response {
    let mine: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        mine = stream;
        open.add(stream);
        // The first bytes carry the headers to the reader at once.
        stream.enqueue(encoder.encode(': here\n\n'));
        signal.addEventListener('abort', () => leave(stream), { once: true });
      },
      cancel() {
        open.delete(mine);
      },
    });
    const headers = {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    };
    return new Response(body, { headers: { ...headers, 'x-content-type-options': 'nosniff' } });
  }

  return {
    start() {
      heart ??= setInterval(() => write(': still here\n\n'), HEARTBEAT_MS).unref();
    },
    stop() {
      clearInterval(heart);
      heart = undefined;
      for (const stream of open) leave(stream);
    },
    tell: (person, seq) => write(`data: ${JSON.stringify({ person, seq })}\n\n`),
    subscribe,
    get listeners() {
      return open.size;
    },
  };
}
