// `npm run check`: compiler, linter, tests and proofs, from an empty dist; ends with one line that sums the tests up.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const steps = [
  ['npm', ['run', '-s', 'build']],
  ['npm', ['run', '-s', 'lint']],
  ['npm', ['run', '-s', 'test:built']],
  ['npm', ['run', '-s', 'proofs:built']],
];

const run = (command, args) =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
      process.stdout.write(data);
    });
    child.on('close', (code) =>
      done({ code, tally: /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(out) }),
    );
  });

rmSync('dist', { recursive: true, force: true });
const sum = [0, 0, 0];
let failed = false;
for (const [command, args] of steps) {
  const { code, tally } = await run(command, args);
  for (const i of [0, 1, 2]) sum[i] += Number(tally?.[i + 1] ?? 0);
  failed ||= code !== 0;
  if (failed && !tally) break;
}
if (failed && sum[1] === 0) sum[1] = 1;
process.stdout.write(`${sum[0]} passed, ${sum[1]} failed, ${sum[2]} skipped\n`);
process.exitCode = failed ? 1 : 0;
