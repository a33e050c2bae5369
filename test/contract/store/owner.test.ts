import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess as start } from '../../kit/process.ts';

const dirs: string[] = [];

function directory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'growloop-owner-'));
  dirs.push(dir);
  return dir;
}

afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

test('a second start says who has the directory', async () => {
  const dir = directory();
  const first = await start(dir);
  expect(first.line).toMatch(/^mongodb:\/\//);
  const second = await start(dir);
  expect(second.line).toBe(`failed: ${dir} is in use by process ${first.pid}; stop it or set DATA_DIR`);
  await first.kill('SIGKILL');
});

test('after a kill -9 the next one takes over, and of many only one', async () => {
  const dir = directory();
  await (await start(dir)).kill('SIGKILL');
  const many = await Promise.all([start(dir), start(dir), start(dir)]);
  expect(many.filter(({ line }) => line.startsWith('mongodb://'))).toHaveLength(1);
  for (const one of many) await one.kill('SIGKILL');
});

test('after a stop the directory is free', async () => {
  const dir = directory();
  await (await start(dir)).kill('SIGTERM');
  const next = await start(dir);
  expect(next.line).toMatch(/^mongodb:\/\//);
  await next.kill('SIGKILL');
});

test('nobody else may open the socket or the data', async () => {
  const dir = join(directory(), 'data');
  const started = await start(dir);
  const mode = (path: string): number => statSync(path).mode & 0o777;
  const socket = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(started.line)?.[1] ?? '');
  expect(mode(socket)).toBe(0o600);
  expect(mode(join(socket, '..'))).toBe(0o700);
  expect(mode(join(dir, 'data.mdb'))).toBe(0o600);
  expect(mode(dir)).toBe(0o700);
  await started.kill('SIGKILL');
});

test('a directory with a long name has its socket elsewhere', async () => {
  const dir = join(directory(), 'x'.repeat(100));
  mkdirSync(dir);
  chmodSync(dir, 0o755);
  const started = await start(dir);
  const socket = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(started.line)?.[1] ?? '');
  expect(socket.startsWith(tmpdir())).toBe(true);
  expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(107);
  await started.kill('SIGTERM');
});
