import { path } from './visit.ts';

function skipped(name: string): void {
  process.stdout.write('No Chromium: apt-get install chromium fonts-wqy-microhei, or set CHROMIUM_PATH.\n');
  test.skip(name, () => undefined);
}

/** `test` where there is a browser; without one the tests are skipped, with `CI=true` they fail. */
export const browserTest: (name: string, run: () => Promise<void>, ms?: number) => void =
  path || process.env.CI === 'true' ? test : skipped;
