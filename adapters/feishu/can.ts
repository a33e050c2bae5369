import type { Capabilities } from '../../src/core/platform.ts';

/**
 * Feishu's documented limits. A card as the core hands it over may be far larger than the 30 KB that Feishu takes: it is
 * shown page by page (pages.ts), so `cardBytes` only keeps out what nobody would turn the pages of.
 */
export const can: Capabilities = {
  forms: 'card',
  editableDays: 14,
  hearsEdits: false,
  answersMessages: false,
  perMinute: 1000,
  learnsPace: false,
  // Five a second to one person or group.
  gapMs: 200,
  atOnce: 4,
  limits: { cardBytes: 600_000, elements: 500, text: 1800, buttons: 8, options: 150, token: 2000 },
};

/** What one page of a card may have. Margins below 30 KB and 200: the server counts style tags that we do not see. */
export const page = { bytes: 26_000, elements: 170, tables: 5, charts: 5 };
/** What a whole card may have, as the request's body carries it. */
export const whole = { bytes: 30_000, elements: 195 };
/** Characters of one input; a longer answer is asked in parts. */
export const inputMost = 1000;
/** Characters of a button, an option, a placeholder. */
export const labelMost = 100;
/** Candidates that are offered at once when a person is searched. */
export const candidatesAtOnce = 20;
