/** The form of comments has a field for each dimension that is rated 1 or 5: read by what the review holds now. */
import { z } from 'zod';
import type { Action } from '../core/action.ts';
import { readFields } from '../core/fields.ts';
import { maybe, text } from '../core/values.ts';
import { longestComment, longestExample } from './actions.ts';
import { exampleName } from './forms.ts';
import type { Answers } from './model.ts';
import { extremes, type Words } from './rules-answer.ts';

/**
 * An example whose dimension got another level while the form was open is not taken; one whose dimension became a 1 or 5
 * since had no field in it, and stays as it is.
 * @throws Refusal with a sentence beside each field that is too long
 */
export function readWords(
  values: Record<string, unknown>,
  written: Answers,
  dimensions: readonly string[],
): Words {
  const wanted = extremes(written, dimensions).filter((name) => Object.hasOwn(values, exampleName(name)));
  const comment = maybe(text(longestComment));
  const example = maybe(text(longestExample));
  const shape = z.object({
    keep: comment,
    differ: comment,
    ...Object.fromEntries(wanted.map((name) => [exampleName(name), example])),
  });
  const read = readFields({ values: shape } as unknown as Action, values) as Record<
    string,
    string | undefined
  >;
  return {
    keep: read.keep,
    differ: read.differ,
    examples: Object.fromEntries(wanted.map((name) => [name, read[exampleName(name)]])),
  };
}
