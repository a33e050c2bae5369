import { readFileSync } from 'node:fs';

/** Recorded shapes, from the sources: the build copies no JSON. */
export const recorded = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../../../test/contract/recorded/feishu/${name}.json`, import.meta.url), 'utf8'),
  ) as T;
