/** From the process's start to `growloop ready`, first on an empty directory, then again. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './main.ts';

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

async function once(dir: string): Promise<number> {
  const from = performance.now();
  const bot = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', DATA_DIR: dir },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise<void>((ready) =>
    bot.stdout.on('data', (d) => String(d).includes('growloop ready') && ready()),
  );
  const took = performance.now() - from;
  const gone = new Promise((done) => bot.on('exit', done));
  bot.kill('SIGTERM');
  await gone;
  return took;
}

export async function startup(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'growloop-start-'));
  const first = await once(dir);
  const second = await once(dir);
  rmSync(dir, { recursive: true, force: true });
  return [
    { what: 'first start, with the sample company', value: first, unit: 'ms' },
    { what: 'second start (goal < 3000)', value: second, unit: 'ms' },
  ];
}
