/** Server-sent events over fetch: EventSource cannot carry the console's token. */
import { pause, request } from './api.ts';

export interface Live {
  onEvent(event: { person: string; seq: number }): void;
  /** After a gap anything may have happened: read it all again. */
  onOpen(): void;
  onLost(): void;
}

function dataOf(block: string): string {
  const lines = block.split('\n').filter((line) => line.startsWith('data:'));
  return lines.map((line) => line.slice(5).trimStart()).join('\n');
}

async function readAll(body: ReadableStream<Uint8Array>, live: Live): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = dataOf(block);
      if (data.startsWith('{')) live.onEvent(JSON.parse(data) as { person: string; seq: number });
    }
  }
}

export async function listen(live: Live): Promise<never> {
  let wait = 500;
  for (;;) {
    try {
      const answer = await request('/api/events', { headers: { accept: 'text/event-stream' } });
      if (answer.ok && answer.body) {
        live.onOpen();
        wait = 500;
        await readAll(answer.body, live);
      }
    } catch {
      // A dropped connection ends here; the loop below tries again.
    }
    live.onLost();
    await pause(wait);
    wait = Math.min(wait * 2, 8000);
  }
}
