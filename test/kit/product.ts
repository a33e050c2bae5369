/** The product as its own process, started as a person would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Product {
  url: string;
  process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** A call of the console's API. */
  call(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: never }>;
}

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

const clean = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(env).filter(([k]) => !/^(SLACK|FEISHU|MONGODB|CONSOLE|DATA|PORT|HOST|SECRETS)/.test(k)),
  );

export interface Ended {
  code: number | null;
  err: string;
}

/** Starts it; resolves when it says that it is ready. @throws Ended when it ends instead. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...clean(process.env), PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (d) => {
    err += d;
  });
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  const url = await new Promise<string>((ready, broken) => {
    child.stdout.on('data', (d) => {
      const found = /growloop ready (\S+)/.exec(String(d))?.[1];
      if (found) ready(found);
    });
    ended.then((code) => broken({ code, err } satisfies Ended), broken);
  });
  return {
    url,
    process: child,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    async call(path, body, headers = {}) {
      const init =
        body === undefined
          ? { headers }
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json', ...headers },
              body: typeof body === 'string' ? body : JSON.stringify(body),
            };
      const answer = await fetch(new URL(path, url), init);
      const text = await answer.text();
      return {
        status: answer.status,
        body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as never,
      };
    },
  };
}
