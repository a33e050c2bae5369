import { readyCard } from '../../src/cycles/cards.ts';
import { announcementCard, welcomeCard } from '../../src/cycles/cards-announce.ts';
import { cancelledCard, extendedCard, leaverCard, resumeAskCard } from '../../src/cycles/cards-change.ts';
import type { LaunchCheck } from '../../src/cycles/check.ts';
import { guessed } from '../../src/cycles/draft.ts';
import { kickoffForm } from '../../src/cycles/forms.ts';
import { check } from '../../src/cycles/messages-check.ts';
import { formTranscript, transcript } from '../kit/transcript.ts';
import { aCycle, aParticipant, free } from './sample-cycle.ts';

const now = new Date('2027-01-04T09:00:00Z');
const en = { locale: 'en', zone: 'Europe/Berlin', now } as const;
const zh = { locale: 'zh', zone: 'Asia/Shanghai', now } as const;
const names = (id: string) => id.toUpperCase();
const draft = aCycle({ state: 'draft' });
const looked: LaunchCheck = {
  at: now,
  people: 184,
  fine: 179,
  eligible: 182,
  findings: [
    { code: 'noManager', n: 3, ids: ['ann', 'bo', 'li'] },
    { code: 'leave', n: 2, ids: ['mei', 'sun'] },
    { code: 'holiday', days: [{ phase: 'planning', day: '2027-01-15', name: 'Snow day' }] },
    { code: 'overlap', cycles: ['Probation'] },
  ],
  platforms: [
    { platform: 'slack', n: 150 },
    { platform: 'feishu', n: 34 },
  ],
};
const pace = (p: string) => ({ slack: 300, feishu: 1000 })[p];

describe('the draft', () => {
  test('ready: what, the check with names, what happens, how long it takes', () => {
    const text = transcript(readyCard(draft, looked, names, 'company', pace)(en));
    expect(text).toContain(
      '# 2027 Q1 – ready to start?\n184 people · scheme Standard v1 · Fri 1 Jan – Wed 31 Mar',
    );
    expect(text).toContain('Launch check: 179 fine.\n3 without a manager: ANN, BO and LI.');
    expect(text).toContain('2 on long leave → not eligible: MEI and SUN.');
    expect(text).toContain('Planning is due on Fri 15 Jan, when nobody works (Snow day).');
    expect(text).toContain('Slack under a minute and Feishu under a minute.');
    expect(text).toContain('[Send me a test] [Start] [Change] [Name evaluators] [Not yet]');
  });

  test('where a plan’s calls would not last, HR reads it before the start', () => {
    const of = (feishu: number) =>
      transcript(readyCard(draft, looked, names, 'company', pace, { feishu })(en));
    expect(of(300)).toContain('Feishu has 300 calls left this month; this broadcast needs about 34');
    expect(of(10_000)).not.toContain('calls left');
  });

  test('not ready: the sentence why, and no start', () => {
    const stopped: LaunchCheck = {
      ...looked,
      findings: [
        { code: 'weights', off: [{ of: 'results', sum: 90, whole: 100 }] },
        { code: 'circle', n: 12, ids: ['a', 'b'] },
      ],
    };
    const text = transcript(readyCard(draft, stopped, names, 'company', pace)(zh));
    expect(text).toContain('# 2027 Q1：还不能启动');
    expect(text).toContain('工作结果 的权重之和是 90%，不是 100%。');
    expect(text).toContain('12 人的汇报关系互相循环：A、B等 12 人。');
    expect(text).toContain('[修改] [重新检查] [暂不启动]');
  });

  test('the form is filled', () => {
    const form = kickoffForm(
      guessed('2027-01-04', free, []),
      { units: [{ unit: 'Sales', n: 3 }], today: '2027-01-04' },
      en,
    );
    expect(formTranscript(form)).toBe(
      [
        '# Start a cycle',
        'Name*: 2027 Q1',
        'Period from*: 2027-01-01',
        'Period to*: 2027-03-31',
        'Scheme*: standard',
        'For whom*: everyone',
        'Units: …',
        'People: …',
        'Planning due*: 2027-01-15',
        'Tracking due*: 2027-03-31',
        'Assessment due*: 2027-04-14',
        'Calibration due*: 2027-04-21',
        'Feedback due*: 2027-04-28',
        'Appeals due*: 2027-05-12',
        'Outcomes due*: 2027-05-19',
        'Closing due*: 2027-05-26',
        'A word from you: …',
      ].join('\n'),
    );
  });

  test.each([
    [0, 'at once', '即时送达'],
    [0.4, 'under a minute', '不到 1 分钟'],
    [61.2, 'about 62 min', '约 62 分钟'],
    [190, 'about 3 h 10 min', '约 3 小时 10 分钟'],
    [180, 'about 3 h', '约 3 小时'],
    [179.5, 'about 3 h', '约 3 小时'],
  ])('%d minutes are %s', (minutes, inEnglish, inChinese) => {
    expect(check('en').about(minutes)).toBe(inEnglish);
    expect(check('zh').about(minutes)).toBe(inChinese);
  });
});

describe('what everybody reads', () => {
  test('the announcement says what domain and storyboard ask for', () => {
    const text = transcript(announcementCard({ ...draft, message: 'Onwards <!channel>' }, 'Hanna')(zh));
    for (const part of [
      '数据从哪里来',
      '评分怎么算',
      '谁能看到什么',
      '结果用在哪里',
      '如有异议',
      '保存什么',
      '再宽限 1 个工作日',
    ])
      expect(text).toContain(part);
    expect(text).toContain('Hanna：Onwards <!channel>');
    expect(text).toContain('| 管理者 | 下属绩效提升 | 20% | 下属进步 50%、下属 30%和直线经理 20% |');
  });

  test('the card for oneself: own dates with own extension, own manager, privacy', () => {
    const cycle = aCycle({ extensions: [{ phase: 'planning', unit: 'Product', due: '2027-01-22' }] });
    const text = transcript(welcomeCard(cycle, aParticipant({ leads: true }), 'Bo')(en));
    expect(text).toContain('Bo agrees your goals and rates you.');
    expect(text).toContain('You lead people in this cycle');
    expect(text).toContain('Planning: until Fri 22 Jan');
    expect(text).toContain('for 3 years after the cycle closes');
  });

  test('who is not eligible reads why, and nothing else', () => {
    const p = aParticipant({ state: 'not_eligible', reason: 'joined' });
    expect(transcript(welcomeCard(aCycle(), p, 'Bo')(en))).toBe(
      '# 2027 Q1: not for you this time\nYou do not take part in 2027 Q1: joined too late in the period. You have nothing to do, and it leaves no mark in your record. If that is wrong, HR can help.',
    );
  });

  test('more time, a cancellation, a manager who left', () => {
    const longer = aCycle({ extensions: [{ phase: 'planning', due: '2027-01-22' }] });
    expect(transcript(extendedCard(longer, aParticipant(), 'planning')(zh))).toContain(
      '目标设定的截止日改为1月22日周五',
    );
    const over = aCycle({
      state: 'cancelled',
      cancelled: { by: 'hanna', at: now, reason: '**bold** [x](http://x)' },
    });
    expect(transcript(cancelledCard(over, 'Hanna')(en))).toContain('The reason: **bold** [x](http://x)');
    const moves = [
      { cycle: '2027 Q1', n: 2, to: 'Chen' },
      { cycle: 'Other', n: 1 },
    ];
    expect(transcript(leaverCard('Bo', moves)(en))).toContain('Other: nobody above for 1 report.');
    expect(transcript(resumeAskCard(aCycle(), aCycle(), 3)(zh))).toContain('共暂停 3 天');
  });
});
