/** HR's board of conversations, at its shortest and at its longest. */
import { sample } from '../core/module.ts';
import { officeCard } from './cards-office.ts';

const long = `<!channel> *_~\`@here\` 😀 שלום 𠮷野家 [x](http://x) ${'很长的名字 '.repeat(50)}`.slice(0, 300);
const tally = { yes: 3, partly: 2, no: 1 };

export const officeSample = sample(
  'office',
  officeCard,
  [
    {
      cycle: 'q1',
      name: 'Q1',
      due: undefined,
      counts: {},
      late: [],
      alone: [],
      silent: [],
      help: undefined,
    },
  ],
  [
    {
      cycle: 'q1',
      name: long.slice(0, 80),
      due: '2027-05-14',
      counts: {
        due: 900,
        proposed: 3,
        scheduled: 4,
        held: 5,
        confirmed: 6,
        offered: 700,
        written: 8,
        done: 9000,
      },
      late: [{ name: undefined, n: 3 }, ...Array.from({ length: 80 }, () => ({ name: long, n: 2 }))],
      alone: Array.from({ length: 80 }, () => 'Nobody’s 员工'),
      silent: Array.from({ length: 80 }, () => ({ name: long, silent: 2, held: 3 })),
      help: { _id: 'q1', rev: 1, person: tally, manager: tally },
    },
  ],
);
