/** The SDK's own log lines may hold what people wrote: of them only warnings and errors are counted, without their text. */

import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';

export const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
