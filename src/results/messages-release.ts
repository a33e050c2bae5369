import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';
import type { Waits } from './batches.ts';

const waitsEn: Record<Waits, string> = {
  rating: 'rating not approved',
  calibration: 'calibration still open',
  changed: 'changed since the preview',
  released: 'have it already',
  gone: 'not in the cycle',
};
const waitsZh: Record<Waits, string> = {
  rating: '评分尚未批准',
  calibration: '校准尚未结束',
  changed: '预览之后有变化',
  released: '已经发布',
  gone: '不在周期内',
};

/** Giving the results out: HR's preview and progress, the sign-off, the managers' turn. */
export const out = catalogue({
  title: {
    en: (cycle: string) => `Release of results · ${cycle}`,
    zh: (cycle: string) => `发布绩效结果 · ${cycle}`,
  },
  everybody: { en: 'everybody', zh: '全部' },
  looking: {
    en: (whom: string): Md => md`For ${whom}. I am counting who is ready; this card says it in a moment.`,
    zh: (whom: string): Md => md`范围：${whom}。正在统计就绪情况，稍后显示在这里。`,
  },
  ready: {
    en: (whom: string, n: number): Md =>
      n === 1
        ? md`For ${whom}: ${bold('one person')} is ready.`
        : md`For ${whom}: ${bold(`${n} people`)} are ready.`,
    zh: (whom: string, n: number): Md => md`范围：${whom}。${bold(`${n} 人`)}已就绪。`,
  },
  colGrade: { en: 'Grade', zh: '等级' },
  colPeople: { en: 'People', zh: '人数' },
  none: { en: 'no rating', zh: '无评分' },
  apart: {
    en: (n: number): Md =>
      n === 1
        ? md`One person is ready but not counted by grade: who asks or can sign does not read their own in the sum.`
        : md`${n} people are ready but not counted by grade: who asks or can sign does not read their own in the sum.`,
    zh: (n: number): Md =>
      md`另有 ${n} 人已就绪但不计入等级统计：发起人和可签批的人不应从合计中看到自己的结果。`,
  },
  tooFew: {
    en: md`With fewer than five people the grades are not shown here.`,
    zh: md`不足五人时，这里不显示等级分布。`,
  },
  waits: {
    en: (why: Waits, n: number): Md => md`${n} not now: ${waitsEn[why]}`,
    zh: (why: Waits, n: number): Md => md`${n} 人暂不发布：${waitsZh[why]}`,
  },
  alreadyOut: {
    en: (n: number): Md =>
      n === 1 ? md`One person has the result already.` : md`${n} people have the result already.`,
    zh: (n: number): Md => md`已有 ${n} 人收到结果。`,
  },
  whoWaits: {
    en: (names: string, more: number): Md => (more > 0 ? md`${names} and ${more} more` : md`${names}`),
    zh: (names: string, more: number): Md => (more > 0 ? md`${names}等，另有 ${more} 人` : md`${names}`),
  },
  wordless: {
    en: (n: number, managers: string): Md =>
      md`Without words from the manager: ${n}, with ${managers}. The results can go out without; they read better with.`,
    zh: (n: number, managers: string): Md =>
      md`直线经理尚未写评语：${n} 人（${managers}）。不影响发布，但有评语更好。`,
  },
  ask: { en: 'Ask for the sign-off', zh: '提请签批' },
  again: { en: 'Look again', zh: '重新统计' },
  drop: { en: 'Not now', zh: '先不发布' },
  after: {
    en: md`Next: an executive or the head of HR signs off, then you confirm, then everybody gets one message. Until then nobody sees anything.`,
    zh: md`下一步：由高层或人力资源负责人签批，再由你确认，之后每人收到一条消息。在此之前没有人能看到。`,
  },
  asked: {
    en: (names: string, when: Date): Md => md`Lies with ${names} to sign off, since ${when}.`,
    zh: (names: string, when: Date): Md => md`已于 ${when} 提请 ${names} 签批。`,
  },
  declined: {
    en: (who: string, when: Date, reason: string): Md =>
      md`${person(who)} said “not yet”, ${when}: ${reason}`,
    zh: (who: string, when: Date, reason: string): Md => md`${person(who)} 于 ${when} 退回：${reason}`,
  },
  signed: {
    en: (who: string, when: Date): Md => md`Signed off by ${person(who)}, ${when}.`,
    zh: (who: string, when: Date): Md => md`${person(who)} 已于 ${when} 签批。`,
  },
  give: { en: 'Release now', zh: '立即发布' },
  giveSure: {
    en: (n: number) => (n === 1 ? 'One person will be written to.' : `${n} people will be written to.`),
    zh: (n: number) => `将通知 ${n} 人。`,
  },
  giveManagers: { en: 'Hand over to the managers', zh: '交给直线经理' },
  managersSure: {
    en: 'The managers get a card and release the results one by one, after the interview.',
    zh: '直线经理会收到卡片，在面谈后逐一发布。',
  },
  byManagers: {
    en: md`In this cycle each manager gives the results to their reports, after the interview. People without a manager get theirs from here.`,
    zh: md`本周期由直线经理在面谈后逐一发布；没有直线经理的人在这里发布。`,
  },
  progress: { en: 'Released', zh: '已发布' },
  done: {
    en: (n: number): Md =>
      n === 1 ? md`One person has the result now.` : md`${n} people have their results now.`,
    zh: (n: number): Md => md`已向 ${n} 人发布结果。`,
  },
  handed: {
    en: md`The managers have their cards and take it from here.`,
    zh: md`直线经理已收到卡片，由他们继续。`,
  },
  passed: {
    en: (n: number): Md =>
      n === 1
        ? md`One person was left out: something changed after the preview. A new release takes them along.`
        : md`${n} people were left out: something changed after the preview. A new release takes them along.`,
    zh: (n: number): Md => md`有 ${n} 人未发布：预览之后有变化，可在下一次发布中补上。`,
  },
  late: {
    en: md`Who becomes ready later gets theirs by the same command.`,
    zh: md`之后就绪的人，可用同一命令再发布。`,
  },
  dropped: { en: md`Put aside. Nobody was written to.`, zh: md`已取消，没有通知任何人。` },
  signTitle: {
    en: (cycle: string) => `Your sign-off: results · ${cycle}`,
    zh: (cycle: string) => `请签批：绩效结果 · ${cycle}`,
  },
  signAbout: {
    en: (who: string, whom: string): Md => md`${person(who)} wants to release the results for ${whom}.`,
    zh: (who: string, whom: string): Md => md`${person(who)} 准备发布绩效结果，范围：${whom}。`,
  },
  signAfter: {
    en: md`After your sign-off HR confirms, and everybody gets one message. What changes from now on is not covered and needs another one.`,
    zh: md`签批后由人力资源确认发布，每人收到一条消息。此后再有变化的结果不在本次签批范围内。`,
  },
  sign: { en: 'Sign off', zh: '签批' },
  notYet: { en: 'Not yet', zh: '暂不签批' },
  withdrawn: {
    en: md`HR has put this release aside. There is nothing to sign.`,
    zh: md`人力资源已取消这次发布，不需要签批。`,
  },
  comma: { en: ', ', zh: '、' },
});
