/** What the cards say, to whom, and what they keep to themselves. */
import { liveCard, ownCard } from '../../src/appeals/cards.ts';
import { caseCard } from '../../src/appeals/cards-case.ts';
import { draftCard } from '../../src/appeals/cards-draft.ts';
import {
  officeCard,
  overdueCard,
  rateCard,
  routeCard,
  statementCard,
} from '../../src/appeals/cards-office.ts';
import { appealForm } from '../../src/appeals/forms.ts';
import type { Appeal } from '../../src/appeals/model.ts';
import { offer } from '../../src/appeals/offer.ts';
import { acknowledge, assign, need } from '../../src/appeals/rules.ts';
import { draft, escalate } from '../../src/appeals/rules-decide.ts';
import { fresh, longResult, plainResult } from '../../src/appeals/sample-things.ts';
import type { Scene } from '../../src/appeals/scene.ts';
import type { Draw } from '../../src/core/context.ts';
import type { Receipt } from '../../src/results/model.ts';
import { transcript } from '../kit/transcript.ts';
import { act, decided, hearing, monday, no, of, open, place, upheld } from './things.ts';

const secret = { what: 'my levels', why: 'because of March', wanted: 'a four' };
const names: Record<string, string> = { dev: 'Dev Patel', zhao: '赵敏', carla: 'Carla Gómez', lin: '林悦' };
const person = { ...fresh.person, _id: 'dev', name: 'Dev Patel', zone: 'Europe/Berlin' };
const at = (appeal: Appeal, over: Partial<Scene> = {}): Scene => ({
  ...fresh,
  person,
  place: { zone: 'Europe/Berlin', calendar: { off: {}, work: {} } },
  names: (id) => names[id] ?? id,
  appeal: { ...appeal, said: secret },
  ...over,
});
const drawn = (draw: Draw, locale: 'en' | 'zh' = 'en', now = monday): string =>
  transcript(draw({ locale, zone: 'Europe/Berlin', now }));
const reads = (appeal: Appeal, reader: string) => ({ ...at(appeal), result: plainResult, reader });

test('the person: where it stands, what was written, who reads it', () => {
  const text = drawn(ownCard(at(open())));
  expect(text).toContain('by Tue 27 Apr');
  expect(text).toContain('About: my levels');
  expect(text).toContain('Nobody’s result gets worse by appealing');
  expect(text).toContain('[Withdraw]');
  expect(text).not.toContain('room is open');
  expect(drawn(ownCard(at(open(), { lowers: true })))).toContain('can also lower a result');
  expect(drawn(ownCard(at(hearing())), 'zh')).toContain('评审组：赵敏和Carla Gómez');
});

test('the person after the decision: reasons, the four questions, until when to escalate', () => {
  const text = drawn(ownCard(at(decided())));
  expect(text).toContain('Decision: the result stands.\nBecause.');
  expect(text).toContain('| Free of bias | yes | fine |');
  expect(text).toContain('until Mon 3 May');
  expect(text).toContain('[Escalate]');
  expect(text).not.toContain('[Withdraw]');
  expect(drawn(ownCard(at(decided())), 'en', new Date('2027-05-04T08:00:00Z'))).not.toContain('[Escalate]');
});

test('what is needed says what silence leads to, before and after the reminder', () => {
  const asked = need(hearing(), { id: 'n', text: 'The list' }, act('zhao'));
  expect(drawn(ownCard(at(asked)))).toContain('needs something from you by Mon 3 May: “The list”');
  expect(drawn(ownCard(at(asked)))).toContain('A word in the room is enough');
  const [one] = asked.needs;
  const again = { ...asked, needs: one ? [{ ...one, lapses: '2027-05-18' }] : [] };
  expect(drawn(ownCard(at(again)))).toContain('Without a word from you until Tue 18 May the appeal lapses');
  expect(drawn(liveCard(at(again)))).toContain('Waiting for Dev Patel, until Tue 18 May');
});

test('the room: nothing that not everybody in it may read', () => {
  const text = drawn(liveCard(at(decided())));
  expect(text).toContain('Because.');
  expect(text).not.toContain('because of March');
  const invited = drawn(liveCard(at({ ...decided(), invited: true })));
  expect(invited).toContain('@bo, who rated, was invited');
  expect(invited).not.toContain('Because.');
  expect(drawn(liveCard(at({ ...decided(), state: 'final', open: false })))).toContain(
    'The record is closed',
  );
});

test('those around it read how far it is, not what it says', () => {
  const second = escalate(decided(), 'a word', ['hanna'], no, act('dev'));
  for (const appeal of [open(), hearing(), decided(), second])
    for (const card of [routeCard, statementCard]) {
      const text = drawn(card(at(appeal)));
      expect(text).not.toMatch(/March|my levels|a four|Because|a word/);
    }
  expect(drawn(routeCard(at(open())))).toContain('[Name owner and panel]');
  expect(drawn(routeCard(at(second)))).toContain('[Name who decides]');
  expect(drawn(statementCard(at(hearing())))).toContain('answer by Thu 29 Apr');
  expect(drawn(statementCard(at(decided())))).toContain('State of the appeal: decided.');
  expect(drawn(overdueCard(at(hearing()), 'decide'))).toContain(
    'the decision was due Tue 11 May and is still to come, from 赵敏 and Carla Gómez',
  );
  const rows = [{ appeal: hearing(), name: 'Dev Patel', cycle: 'Q1', zone: 'Europe/Berlin', opens: true }];
  expect(drawn(officeCard(rows))).toContain(
    '| Dev Patel | Q1 | Mon 26 Apr | being heard | the decision, Tue 11 May |',
  );
  expect(drawn(officeCard(rows), 'zh', new Date('2027-05-12T08:00:00Z'))).toContain(
    '作出决定，应于5月11日周二前完成',
  );
});

test('HR reads who was taken off and may still be let in to the room', () => {
  const changed = assign(hearing(), { owner: 'lin', panel: ['zhao'] }, no, false, act('hanna'));
  expect(drawn(routeCard(at(hearing())))).not.toContain('Taken off');
  expect(drawn(routeCard(at(changed)))).toContain('(Taken off the case: Carla Gómez.');
  expect(drawn(routeCard(at(changed)))).toContain('please take them out by hand');
  expect(drawn(routeCard(at(changed)), 'zh')).toContain('已不再参与本案：Carla Gómez');
});

test('files have no field of their own: the form says where they go', () => {
  for (const [locale, where] of [
    ['en', 'Bring files to the room that opens'],
    ['zh', '文件请在评审组确定、房间开启后直接发到房间里'],
  ] as const) {
    const { fields } = appealForm({ ...of, place } as never, monday, locale);
    expect(fields.find((f) => f.name === 'evidence')?.hint).toContain(where);
  }
});

test('the case: by role, with the result it is about', () => {
  const panel = drawn(caseCard(reads(hearing(), 'zhao')));
  expect(panel).toContain('You decide this appeal');
  expect(panel).toContain('because of March');
  expect(panel).toContain('[Draft the decision] [Ask for something] [Invite the rater] [Record as a file]');
  const owner = drawn(
    caseCard(reads(assign(open(), { owner: 'lin', panel: ['zhao'] }, no, false, act('hanna')), 'lin')),
  );
  expect(owner).toContain('[Acknowledge receipt] [Invite the rater] [Record as a file]');
  expect(owner).not.toContain('[Draft');
  const partner = drawn(caseCard({ ...reads(hearing(), 'pat'), partner: true }));
  expect(partner).toContain('as the HR partner of the unit');
  expect(partner).not.toContain('[Record');
});

test('the draft: what it would make of the result; what is lower cannot be agreed to', () => {
  const ruling = { ...upheld, outcome: 'adjusted' as const };
  const result = { ...longResult, final: '4.90', grade: 'S' as const };
  const with_ = (levels: object) => {
    const a = draft(hearing(), { ...ruling, levels: levels as never }, no, act('zhao'));
    return drawn(draftCard({ ...at(a), result, reader: 'zhao' }));
  };
  expect(with_({})).toContain('Nothing differs from the result yet');
  expect(with_({})).not.toContain('[Agree]');
  expect(with_({ results: 1 })).toContain('That would lower the result');
  expect(with_({ results: 1 })).not.toContain('[Agree]');
  const may = { ...result, final: '1.00', grade: 'D' as const };
  const a = draft(hearing(), { ...ruling, grade: 'B' }, no, act('zhao'));
  const fine = drawn(draftCard({ ...at(a), result: may, reader: 'zhao' }));
  expect(fine).toContain('With this draft: B, 1.00 (now D, 1.00)');
  expect(fine).toContain('[Agree]');
  const half = { ...a, draft: a.draft && { ...a.draft, agreed: ['zhao'] } } as Appeal;
  const seen = (reader: string) => drawn(draftCard({ ...at(half), result: may, reader }));
  expect(seen('zhao')).not.toContain('[Agree]');
  expect(seen('carla')).toContain('[Agree]');
  expect(seen('carla')).toContain('Agreed: 赵敏\nStill to agree: Carla Gómez');
});

test('who rates anew sees the facts and not the rating that is contested', () => {
  const a: Appeal = { ...decided({ ...upheld, outcome: 're-rate', rerater: 'nina' }) };
  const result = { ...plainResult, final: '2.25', reasons: { results: 'Seen all quarter.' } };
  const text = drawn(rateCard({ ...at(a), result, reader: 'nina' }));
  expect(text).toContain('by Mon 3 May');
  expect(text).toContain(plainResult.goals[0]?.title);
  expect(text).not.toMatch(/2\.25|Seen all quarter/);
  expect(drawn(rateCard({ ...at(a), result, reader: 'tom' }))).toContain('Nothing is asked of you');
});

describe('the button on a result', () => {
  const receipt = { version: 1, releasedAt: monday } as Receipt;
  const about = { result: plainResult, receipt, now: monday, zone: 'Europe/Berlin' };
  const view = (now = monday) => ({ locale: 'en' as const, zone: 'Europe/Berlin', now });
  const calendar = { off: { '2027-05-06': 'Ascension' }, work: {} };
  const button = (over: object = {}, now = monday) => offer.button({ ...about, ...over } as never, view(now));

  test('carries the last day; none after it, none on a version that an appeal made', () => {
    expect(button({ calendar })?.label).toBe('Appeal — until Tue 11 May');
    expect(offer.order).toBe(40);
    expect(button({ calendar }, new Date('2027-05-11T21:00:00Z'))?.label).toContain('Tue 11 May');
    expect(button({ calendar }, new Date('2027-05-11T23:00:00Z'))).toBeUndefined();
    expect(button({ calendar, result: { ...plainResult, source: 'appeal' } })).toBeUndefined();
    expect(button({ calendar, receipt: { ...receipt, version: 2 } })).toBeUndefined();
  });
});

test('receipt is confirmed by name', () => {
  const waiting = assign(open(), { owner: 'lin', panel: ['zhao'] }, no, false, act('hanna'));
  expect(drawn(liveCard(at(waiting)))).toContain(
    '@lin looks after the case and confirms receipt by Wed 28 Apr',
  );
  expect(drawn(liveCard(at(acknowledge(waiting, act('lin')))))).toContain('Decision by Tue 11 May');
});
