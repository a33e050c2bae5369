/** Values that came with a press or a form, read by the action's schema; what is wrong becomes a sentence a field. */
import type { z } from 'zod';
import type { Action } from './action.ts';
import { Refusal } from './errors.ts';
import type { Sentence } from './i18n.ts';
import { say } from './messages.ts';

export function readFields(action: Action, values: Record<string, unknown>): unknown {
  const read = action.values.safeParse(values);
  if (read.success) return read.data;
  const fields: Record<string, Sentence> = {};
  for (const issue of read.error.issues) fields[String(issue.path[0] ?? '')] ??= sentence(issue);
  throw new Refusal((l) => say(l).formWrong, fields);
}

/** The issue's message is a code of values.ts, perhaps with figures. */
function sentence(issue: z.core.$ZodIssue): Sentence {
  const [code, a = '', b = ''] = issue.message.split(' ');
  switch (code) {
    case 'max':
      return (l) => say(l).tooLong(a);
    case 'day':
      return (l) => say(l).badDay;
    case 'number':
      return (l) => say(l).badNumber;
    case 'whole':
      return (l) => say(l).whole;
    case 'range':
      return (l) => say(l).range(a, b);
    case 'choose':
      return (l) => say(l).choose;
    case 'most':
      return (l) => say(l).most(a);
    default:
      return (l) => say(l).needed;
  }
}
