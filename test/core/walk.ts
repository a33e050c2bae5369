/** A talk for tests: where to, how far, with what; `/perf walk 1` begins it. */
import { begin, type Dialog } from '../../src/core/dialog.ts';
import { md } from '../../src/core/md.ts';
import { command, module } from '../../src/core/module.ts';
import { number } from '../../src/core/values.ts';

/** What was sent, as JSON. */
export const sent: string[] = [];
const both = (s: string) => () => s;
const yesNo = ['Yes', 'No'].map((s) => ({ label: both(s), value: s.toLowerCase() }));

const walk: Dialog<string> = {
  name: 'walk',
  load: async (subject) => subject,
  title: (subject) => both(`A walk ${subject}`),
  questions: (_, answers) => [
    { name: 'where', label: both('Where'), ask: () => md`Where to?`, type: 'text' },
    {
      name: 'far',
      label: both('How far'),
      ask: () => md`How many km?`,
      type: 'number',
      reads: number(0, 100),
    },
    ...(Number(answers.far) > 10
      ? [{ name: 'food', label: both('Food'), ask: () => md`What to eat?`, type: 'text' as const }]
      : []),
    {
      name: 'dog',
      label: both('Dog'),
      ask: () => md`With the dog?`,
      type: 'choice',
      options: yesNo,
      optional: true,
    },
  ],
  done: async (_ctx, subject, answers, again) => {
    sent.push(JSON.stringify({ subject, ...answers, again }));
  },
  thanks: () => md`Thank you.`,
};
export const walks = module('walks', {
  dialogs: [walk as never],
  commands: [
    command('walk', {
      help: both('walk'),
      touches: ['talk:W'],
      load: async () => undefined,
      allow: () => true,
      async run(ctx, _, { text }) {
        await begin(ctx, walk, text, ctx.actor.id);
      },
    }),
  ],
});
