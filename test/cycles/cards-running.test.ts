import { spans } from '../../src/core/md.ts';
import { sendingCard, standingCard } from '../../src/cycles/cards-live.ts';
import { schemeCard } from '../../src/cycles/cards-scheme.ts';
import { extendForm, withdrawForm } from '../../src/cycles/forms.ts';
import { factWords } from '../../src/cycles/messages-facts.ts';
import { cardSamples } from '../../src/cycles/samples.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';
import { transcript } from '../kit/transcript.ts';
import { aCycle } from './sample-cycle.ts';

const now = new Date('2027-01-04T09:00:00Z');
const en = { locale: 'en', zone: 'Europe/Berlin', now } as const;
const zh = { locale: 'zh', zone: 'Asia/Shanghai', now } as const;
const names = (id: string) => id.toUpperCase();

describe("HR's live card", () => {
  const b = {
    _id: 'c',
    rev: 1,
    of: 184,
    unreachable: 0,
    after: '',
    written: true,
    paused: false,
    seen: '',
    waitMs: 0,
  };
  const figures = {
    of: 184,
    delivered: 152,
    failed: [{ trouble: 'gone' as const, n: 1 }],
    left: 31,
    unreachable: 0,
    waiting: [{ platform: 'slack', n: 31 }],
  };
  const text = (over: Partial<typeof figures>, paused = false) =>
    transcript(
      sendingCard(
        aCycle({ opened: ['planning'] }),
        { ...b, paused },
        { ...figures, ...over },
        0.3,
        '2027-01-04',
      )(en),
    );

  test('on their way, held, done', () => {
    expect(text({})).toBe(
      [
        '# 2027 Q1 has started',
        '152 of 184 delivered 152/184',
        '1 failed: account deactivated.',
        '(/perf failures shows who they are and lets you send them another way.)',
        '31 on their way, under a minute left. Quiet hours are kept, so some may follow later.',
        '[Pause] [Retry failed]',
      ].join('\n'),
    );
    expect(text({}, true)).toContain('[Resume] [Retry failed]');
    expect(text({ delivered: 184, failed: [], left: 0 })).toContain(
      'Everybody has it. I will remind those who need it; you will hear from me on Fri 15 Jan.',
    );
  });

  test('afterwards: which phase is open, who has more time', () => {
    const cycle = aCycle({
      opened: ['planning', 'tracking'],
      extensions: Array.from({ length: 12 }, (_, i) => ({
        phase: 'planning' as const,
        person: `p${i}`,
        due: '2027-01-22',
      })),
    });
    const card = transcript(
      standingCard(cycle, { takePart: 13, others: 1, names, failed: false }, '2027-01-18')(en),
    );
    expect(card).toContain('Tracking is open now.');
    expect(card).toContain('| Planning | Mon 4 Jan | Fri 15 Jan | in grace |');
    expect(card).toContain('P11: planning until Fri 22 Jan.\nAnd 2 more with a later day of their own.');
  });
});

test('schemes and forms', () => {
  expect(transcript(schemeCard({ standard, manager })(en))).toContain(
    'Check-ins are every two weeks at 10:00.',
  );
  expect(
    extendForm(aCycle({ locked: ['planning'] }), { units: [], today: '2027-02-01' }, en).fields[0]?.options,
  ).toHaveLength(7);
  expect(withdrawForm(aCycle(), 'tom', zh).fields[0]?.value).toBe('tom');
});

test('every card says its thing in both languages, and Chinese is punctuated as Chinese', () => {
  for (const { name, draw } of cardSamples)
    for (const view of [en, zh])
      for (const which of ['shortest', 'longest'] as const) {
        const text = transcript(draw(which, view));
        expect([name, text.includes('undefined') || text.includes('[object')]).toEqual([name, false]);
        if (view === zh && which === 'shortest')
          expect([name, text.match(/[\u4e00-\u9fff][,;:?!][^ ]/g)]).toEqual([name, null]);
      }
});

test('facts read as sentences', () => {
  const row = { _id: 'f', rev: 1, at: now, kind: '', by: 'hanna', about: 'ann', data: {}, sealed: true };
  const all = Object.entries(factWords).map(([kind, words]) =>
    spans(
      words(
        'en',
        {
          ...row,
          kind,
          data: { phase: 'planning', due: '2027-01-22', people: 3, days: 2, reason: 'left', to: 'bo' },
        },
        names,
      ),
    )
      .map((s) => ('person' in s ? `@${s.person}` : 'text' in s ? s.text : ''))
      .join(''),
  );
  expect(all).toContain('@hanna extended Planning for everybody to Fri 22 Jan 2027.');
  expect(all).toContain('In the cycle @ann is now led by BO, before by nobody.');
  expect(all).toHaveLength(12);
});
