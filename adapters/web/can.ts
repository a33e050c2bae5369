import type { Capabilities } from '../../src/core/platform.ts';

/** The console is ours, so its limits are only there to notice a card that nobody could read. */
export const can: Capabilities = {
  forms: 'page',
  editableDays: Number.POSITIVE_INFINITY,
  hearsEdits: false,
  answersMessages: true,
  perMinute: Number.POSITIVE_INFINITY,
  learnsPace: false,
  gapMs: 0,
  atOnce: 1,
  limits: { cardBytes: 500_000, elements: 400, text: 12_000, buttons: 25, options: 500, token: 4000 },
};
