import type { Capabilities } from '../../src/core/platform.ts';
import { limits } from './limits.ts';

/**
 * What a message cannot hold is turned over page by page (pages.ts), so a card may be longer than a message. Slack says
 * “several hundred messages a minute” and no number: the lane begins with 300 and learns.
 */
export const can: Capabilities = {
  forms: 'modal',
  editableDays: Number.POSITIVE_INFINITY,
  hearsEdits: true,
  answersMessages: false,
  perMinute: 300,
  learnsPace: true,
  gapMs: 1000,
  atOnce: 1,
  limits: {
    cardBytes: 500_000,
    elements: 400,
    text: limits.text,
    buttons: limits.buttons,
    options: limits.options,
    token: limits.value,
  },
};
