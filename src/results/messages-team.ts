import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

/** The manager's side, one's own archive, Home, tasks, and the audit's sentences. */
export const team = catalogue({
  title: {
    en: (cycle: string) => `Results of your team · ${cycle}`,
    zh: (cycle: string) => `团队绩效结果 · ${cycle}`,
  },
  about: {
    en: md`What was given out, and what you can still add before it is. Each look at a result is kept.`,
    zh: md`已发布的结果，以及发布前你还可以补充的内容。每次查看都会留痕。`,
  },
  give: {
    en: md`You give the results out yourself, one by one, after the interview. HR has signed them off. Talk with each person first, and say so here; then you can give them the result.`,
    zh: md`结果由你在面谈后逐一发布，人力资源已完成签批。请先和每位同事面谈，并在这里确认，然后才能发布。`,
  },
  nobody: { en: md`Nobody reports to you in this cycle.`, zh: md`这个周期里没有人向你汇报。` },
  colName: { en: 'Name', zh: '姓名' },
  colResult: { en: 'Result', zh: '结果' },
  colState: { en: 'State', zh: '状态' },
  colWords: { en: 'Your words', zh: '评语' },
  talked: { en: 'We have talked', zh: '已面谈' },
  talkedNotOut: { en: 'talked, not given out', zh: '已面谈，未发布' },
  notOut: { en: 'not given out', zh: '未发布' },
  open: { en: 'not acknowledged', zh: '未签收' },
  acknowledged: { en: 'acknowledged', zh: '已签收' },
  silent: { en: 'received in silence', zh: '到期视为已收' },
  yes: { en: 'written', zh: '已写' },
  no: { en: '–', zh: '–' },
  read: { en: 'Open a result', zh: '查看结果' },
  write: { en: 'Write words for', zh: '写评语' },
  giveOne: { en: 'Give the result to', zh: '发布给' },
  historyTitle: { en: 'Your results over the cycles', zh: '你的绩效档案' },
  historyAbout: {
    en: md`Yours to read and to take along. Every version is kept as it was given out.`,
    zh: md`供你随时查看和导出。每个版本都按发布时的样子保存。`,
  },
  historyNone: {
    en: md`There is nothing in it yet. Your first result appears here when it is released.`,
    zh: md`目前还没有内容，第一份结果发布后会出现在这里。`,
  },
  colCycle: { en: 'Cycle', zh: '周期' },
  colVersion: { en: 'Version', zh: '版本' },
  colWhen: { en: 'Given out', zh: '发布日期' },
  openOne: { en: 'Open a version', zh: '查看某一版' },
  option: {
    en: (cycle: string, version: string) => `${cycle} · version ${version}`,
    zh: (cycle: string, version: string) => `${cycle} · 第 ${version} 版`,
  },
  asHtml: { en: 'As a page', zh: '导出网页' },
  asCsv: { en: 'As a table', zh: '导出表格' },
  more: { en: 'Go on', zh: '继续看' },
  homeOwn: {
    en: (cycle: string, what: string): Md => md`${bold('Your result')} · ${cycle}: ${what}`,
    zh: (cycle: string, what: string): Md => md`${bold('你的绩效结果')} · ${cycle}：${what}`,
  },
  homeOffice: {
    en: (cycle: string, out: number, of: number, read: number): Md =>
      md`${bold('Results')} · ${cycle}: ${out} of ${of} released, ${read} acknowledged`,
    zh: (cycle: string, out: number, of: number, read: number): Md =>
      md`${bold('绩效结果')} · ${cycle}：已发布 ${out} / ${of}，已签收 ${read}`,
  },
  homeTeam: {
    en: (cycle: string, out: number, of: number): Md =>
      md`${bold('Results of your team')} · ${cycle}: ${out} of ${of} given out`,
    zh: (cycle: string, out: number, of: number): Md =>
      md`${bold('团队绩效结果')} · ${cycle}：已发布 ${out} / ${of}`,
  },
  openButton: { en: 'Open', zh: '打开' },
  history: { en: 'All my results', zh: '我的档案' },
  release: { en: 'Release', zh: '发布' },
  taskRead: {
    en: (cycle: string) => `Acknowledge your result · ${cycle}`,
    zh: (cycle: string) => `签收绩效结果 · ${cycle}`,
  },
  taskWords: {
    en: (n: number, cycle: string) =>
      n === 1 ? `Write words for one result · ${cycle}` : `Write words for ${n} results · ${cycle}`,
    zh: (n: number, cycle: string) => `为 ${n} 人写绩效评语 · ${cycle}`,
  },
  taskGive: {
    en: (n: number, cycle: string) =>
      n === 1 ? `Give out one result · ${cycle}` : `Give out ${n} results · ${cycle}`,
    zh: (n: number, cycle: string) => `发布 ${n} 人的绩效结果 · ${cycle}`,
  },
  taskRelease: {
    en: (cycle: string) => `Release the results · ${cycle}`,
    zh: (cycle: string) => `发布绩效结果 · ${cycle}`,
  },
  taskGo: {
    en: (cycle: string) => `Signed off: release the results · ${cycle}`,
    zh: (cycle: string) => `已签批，请发布绩效结果 · ${cycle}`,
  },
  taskSign: {
    en: (cycle: string) => `Sign off the results · ${cycle}`,
    zh: (cycle: string) => `签批绩效结果 · ${cycle}`,
  },
  releasedFact: {
    en: (about: string): Md => md`The result of ${person(about)} was released.`,
    zh: (about: string): Md => md`${person(about)} 的绩效结果已发布。`,
  },
  revisedFact: {
    en: (about: string, version: string): Md =>
      md`Version ${version} of the result of ${person(about)} was issued after an appeal.`,
    zh: (about: string, version: string): Md =>
      md`经申诉，${person(about)} 的绩效结果更新为第 ${version} 版。`,
  },
  readFact: {
    en: (who: string, about: string): Md => md`${person(who)} read the result of ${person(about)}.`,
    zh: (who: string, about: string): Md => md`${person(who)} 查看了 ${person(about)} 的绩效结果。`,
  },
  acknowledgedFact: {
    en: (about: string): Md => md`${person(about)} acknowledged the result.`,
    zh: (about: string): Md => md`${person(about)} 签收了绩效结果。`,
  },
  silentFact: {
    en: (about: string): Md =>
      md`${person(about)} said nothing for five working days: the result counts as received.`,
    zh: (about: string): Md => md`${person(about)} 五个工作日内没有回应，绩效结果视为已收到。`,
  },
  wordsFact: {
    en: (who: string, about: string): Md =>
      md`${person(who)} wrote words for the result of ${person(about)}.`,
    zh: (who: string, about: string): Md => md`${person(who)} 为 ${person(about)} 写了绩效评语。`,
  },
  talkedFact: {
    en: (who: string, about: string): Md =>
      md`${person(who)} said to have talked with ${person(about)} about the result, before giving it.`,
    zh: (who: string, about: string): Md =>
      md`${person(who)} 确认已在发布前与 ${person(about)} 面谈绩效结果。`,
  },
  askedFact: {
    en: (who: string, n: number): Md => md`${person(who)} asked for the sign-off of ${n} results.`,
    zh: (who: string, n: number): Md => md`${person(who)} 提请签批 ${n} 份绩效结果。`,
  },
  signedFact: {
    en: (who: string): Md => md`${person(who)} signed off a release of results.`,
    zh: (who: string): Md => md`${person(who)} 签批了绩效结果的发布。`,
  },
  declinedFact: {
    en: (who: string): Md => md`${person(who)} did not sign off a release of results.`,
    zh: (who: string): Md => md`${person(who)} 退回了绩效结果的发布。`,
  },
  startedFact: {
    en: (who: string, n: number): Md => md`${person(who)} began to release ${n} results.`,
    zh: (who: string, n: number): Md => md`${person(who)} 开始发布 ${n} 份绩效结果。`,
  },
  printedFact: {
    en: (who: string, about: string): Md =>
      md`${person(who)} took a printable record of the result of ${person(about)}.`,
    zh: (who: string, about: string): Md => md`${person(who)} 导出了 ${person(about)} 的绩效结果存档。`,
  },
  historyFact: {
    en: (who: string): Md => md`${person(who)} exported their own results.`,
    zh: (who: string): Md => md`${person(who)} 导出了自己的绩效档案。`,
  },
});
