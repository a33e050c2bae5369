/** Charts as PNG, uploaded once and shown by their file; where that does not work, the alt text stands in their place. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import type { Card, ChartBlock } from '../../src/core/card.ts';
import type { Log } from '../../src/core/log.ts';
import { PlatformError } from '../../src/core/platform.ts';
import { pictureKey } from './blocks.ts';
import { keyOf } from './kept.ts';
import { type Collections, later } from './model.ts';
import { svgOf } from './svg.ts';
import type { Uploads } from './uploads.ts';

const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');

export async function pngOf(chart: ChartBlock): Promise<Buffer> {
  const image = await renderAsync(svgOf(chart), {
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      loadSystemFonts: false,
      fontFiles: [join(fonts, 'NotoSansHans-Regular.otf')],
      defaultFontFamily: 'Noto Sans Hans',
    },
  });
  return image.asPng();
}

export interface Pictures {
  /**
   * Files of the card's charts, by the digest of each.
   * @throws PlatformError when Slack asks to wait, and the card may
   */
  of(tenant: string, card: Card, mayWait: boolean): Promise<ReadonlyMap<string, string>>;
}

/** Slack keeps files as long as the workspace wishes; after that they are drawn anew. */
const keptDays = 30;

export function picturing({ files }: Collections, uploads: Uploads, log: Log): Pictures {
  async function fileOf(tenant: string, chart: ChartBlock): Promise<string> {
    const id = keyOf(tenant, pictureKey(chart));
    const known = await files.findOne({ _id: id });
    if (known) return known.file;
    const file = await uploads.put(tenant, { name: 'chart.png', bytes: await pngOf(chart) });
    await files.updateOne({ _id: id }, { $set: { file, until: later(keptDays) } }, { upsert: true });
    return file;
  }

  /** Nothing, when it stays a sentence. */
  async function pictured(
    tenant: string,
    chart: ChartBlock,
    mayWait: boolean,
  ): Promise<[string, string] | undefined> {
    try {
      return [pictureKey(chart), await fileOf(tenant, chart)];
    } catch (e) {
      if (mayWait && e instanceof PlatformError && e.kind === 'retry' && e.retryAt) throw e;
      log.warn({ tenant, err: (e as Error).message }, 'a chart stays a sentence');
      return undefined;
    }
  }

  return {
    async of(tenant, card, mayWait) {
      const charts = card.blocks.filter((block) => block.type === 'chart');
      const found = await Promise.all(charts.map((chart) => pictured(tenant, chart, mayWait)));
      return new Map(found.filter((pair) => pair !== undefined));
    },
  };
}
