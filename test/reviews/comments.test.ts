import { onlyJudges } from '../../src/reviews/best.ts';
import { sentencesOf, stripper } from '../../src/reviews/sentences.ts';

describe('comments', () => {
  test.each([
    'Great!',
    'Great job, keep it up',
    'You are a very good colleague.',
    'Bad attitude, needs to improve',
    '很棒，继续努力！',
    '工作认真负责，态度积极',
    'Super 👍',
  ])('only judges: %s', (text) => expect(onlyJudges(text)).toBe(true));

  test.each([
    'Wrote the hand-over list before the release.',
    'Great: answered all 40 tickets before the holiday.',
    '发布前写好了交接清单，客服第一天就能答上来。',
    '每周一主动同步数据，计划没有跑偏',
  ])('says what was done: %s', (text) => expect(onlyJudges(text)).toBe(false));

  test('in single sentences, without bullets', () => {
    expect(sentencesOf('- Wrote it down. Told support!\n2) 每周同步数据。会提前提醒？')).toEqual([
      'Wrote it down.',
      'Told support!',
      '每周同步数据。',
      '会提前提醒？',
    ]);
    expect(sentencesOf(' \n\n ')).toEqual([]);
  });

  test.each([
    ['Ask @dev.patel or <@U123> about it', 'Ask … or … about it'],
    ['As Dev Patel said to Tom, it works', 'As … said to …, it works'],
    ['Developed it, tomorrow', 'Developed it, tomorrow'],
    ['thanks tom and @王磊说得对', 'thanks … and …说得对'],
    ['王磊和李娜都知道', '…和…都知道'],
    ['On Tuesday at 10:30 it broke', '… at … it broke'],
    ['Sent it 2027-03-05 to a.b@example.com', 'Sent it … to …'],
    ['3月5日上午10点半提交，上周三又改', '…提交，…又改'],
    ['See https://example.com/x on 3 March', 'See … on …'],
    ['<!channel> <@all>', ''],
    ['— Tom', ''],
  ])('stripped: %s', (text, bare) => {
    expect(stripper(['Dev Patel', 'Tom Becker', '王磊', '李娜'])(text)).toBe(bare);
  });

  test('names with signs in them do not break it', () => {
    expect(stripper(['((x*+?', ''])('asked ((x*+? twice')).toBe('asked … twice');
  });
});
