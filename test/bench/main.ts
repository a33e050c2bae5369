/** `npm run bench [name] [--json]`: figures beside their reference in the same run. No verdicts: machines differ. */
import { broadcast } from './broadcast.ts';
import { calibration } from './calibration.ts';
import { closing } from './closing.ts';
import { events } from './events.ts';
import { feishu } from './feishu.ts';
import { slack } from './slack.ts';
import { startup } from './startup.ts';

export interface Figure {
  what: string;
  value: number | string;
  unit?: string;
}

const all: Record<string, () => Promise<Figure[]>> = {
  events,
  startup,
  broadcast,
  calibration,
  closing,
  slack,
  feishu,
};

const shown = ({ what, value, unit = '' }: Figure) =>
  `  ${what.padEnd(46)} ${typeof value === 'number' ? Number(value.toPrecision(3)) : value} ${unit}\n`;

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  const names = args.filter((a) => !a.startsWith('--'));
  const unknown = names.find((n) => !Object.hasOwn(all, n));
  if (unknown) {
    process.stderr.write(`There is no bench named ${unknown}. There are: ${Object.keys(all).join(', ')}.\n`);
    process.exit(2);
  }
  const results: Record<string, Figure[]> = {};
  for (const name of names.length > 0 ? names : Object.keys(all)) {
    const figures = (await all[name]?.()) ?? [];
    results[name] = figures;
    if (!json) process.stdout.write(`${name}\n${figures.map(shown).join('')}`);
  }
  if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
  process.exit(0);
}

await main();
