/** A capability for tests: writes to somebody, and notes that it did. */
import { anyone } from '../../src/core/actor.ts';
import { fact } from '../../src/core/facts.ts';
import { md } from '../../src/core/md.ts';
import { command, module } from '../../src/core/module.ts';

const praised = fact<{ n: number }>('praise.given');

export const praise = module('praise', {
  commands: [
    command('praise', {
      help: () => 'praise',
      touches: ['feedback:W'],
      load: async () => undefined,
      allow: anyone,
      async run(ctx, _, { text }) {
        const blocks = [{ type: 'text' as const, text: md`You were praised for <!channel> __proto__` }];
        ctx.tell(`goals.praise:${ctx.id('p')}`, { person: text }, () => ({ title: 'Praise', blocks }));
        ctx.record(praised, { about: text, data: { n: 1 } });
      },
    }),
  ],
});
