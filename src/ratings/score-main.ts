/** `npm run score -- FILE`: re-derives scores. 0 well, 1 something is wrong in the file, 2 wrong usage. */
import { readFileSync } from 'node:fs';
import { brokenLine, readExactly } from '../core/json.ts';
import { answer, readCase } from './score-file.ts';

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    complain(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function main([file, ...more]: string[]): number {
  if (file === undefined || more.length > 0) {
    complain('usage: npm run score -- FILE');
    return 2;
  }
  const text = textOf(file);
  if (text === null) return 2;
  const broken = brokenLine(text);
  if (broken !== null) {
    complain(`${file} line ${broken}: not JSON`);
    return 1;
  }
  return scoreAll(file, readExactly(text));
}

function scoreAll(file: string, cases: unknown): number {
  if (!Array.isArray(cases)) {
    complain(`${file}: must be an array of cases`);
    return 1;
  }
  const read = cases.map((raw, index) => readCase(raw, index + 1));
  const refused = read.filter((one) => 'reason' in one);
  for (const { id, reason } of refused) complain(`case ${id}: ${reason}`);
  // The good cases are answered all the same: an auditor with one broken record wants the others too.
  const answers = read.flatMap((one) => ('reason' in one ? [] : [answer(one)]));
  process.stdout.write(`${JSON.stringify(answers, null, 1)}\n`);
  return refused.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
