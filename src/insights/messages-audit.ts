import { catalogue } from '../core/i18n.ts';
import { bold, inside, type Md, md } from '../core/md.ts';

export const sayAudit = catalogue({
  help: {
    en: 'what was done about you and who read it; HR adds a person or a cycle',
    zh: '查看与你有关的操作记录，以及谁看过；HR 可以加上姓名或周期',
  },
  exportHelp: { en: 'all entries as a file', zh: '把全部操作记录导出为文件' },
  titleOwn: { en: 'Entries about you', zh: '与你有关的记录' },
  titleAll: { en: 'All entries', zh: '全部操作记录' },
  titleOf: {
    en: (name: string) => `Entries about ${name}`,
    zh: (name: string) => `与 ${name} 有关的记录`,
  },
  intro: {
    en: md`The newest first. Entries say who did what and when, never what somebody wrote. Nobody can change or remove them.`,
    zh: md`按时间倒序。记录只写谁在什么时候做了什么，不包含任何人写的内容，也没有人能修改或删除。`,
  },
  none: { en: md`There is nothing yet.`, zh: md`暂时没有记录。` },
  line: {
    en: (at: Date, sentence: Md): Md => md`${at}: ${inside(sentence)}`,
    zh: (at: Date, sentence: Md): Md => md`${at}：${inside(sentence)}`,
  },
  plain: {
    en: (who: string, kind: string): Md => md`${bold(who)} (${kind})`,
    zh: (who: string, kind: string): Md => md`${bold(who)}(${kind})`,
  },
  plainAbout: {
    en: (who: string, kind: string, about: string): Md => md`${bold(who)}, about ${about} (${kind})`,
    zh: (who: string, kind: string, about: string): Md => md`${bold(who)} 对 ${about}（${kind}）`,
  },
  bot: { en: 'growloop', zh: 'growloop' },
  page: {
    en: (n: number) => `Page ${n}`,
    zh: (n: number) => `第 ${n} 页`,
  },
  nobody: {
    en: (typed: string) =>
      `I find neither a person nor a cycle by “${typed}”. A name, an e-mail address or the name of a cycle will do.`,
    zh: (typed: string) => `没有找到「${typed}」对应的人或周期。可以输入姓名、邮箱或周期名称。`,
  },
  several: {
    en: (names: string) => `Several fit: ${names}. Please type more of the name, or the e-mail address.`,
    zh: (names: string) => `有多个结果：${names}。请输入更完整的姓名，或者邮箱。`,
  },
  exportComes: {
    en: 'I am writing the file and put it here when it is done.',
    zh: '正在生成文件，完成后会发到这里。',
  },
  sentAgain: {
    en: (who: string, n: number, about: string): Md =>
      md`${bold(who)} sent ${n === 1 ? 'one message' : `${n} messages`} to ${about} once more.`,
    zh: (who: string, n: number, about: string): Md => md`${bold(who)} 向 ${about} 重发了 ${n} 条消息。`,
  },
  ranAgain: {
    en: (who: string, n: number): Md =>
      md`${bold(who)} let ${n === 1 ? 'one task' : `${n} tasks`} of the bot run once more.`,
    zh: (who: string, n: number): Md => md`${bold(who)} 重新执行了 ${n} 项系统任务。`,
  },
  toAccount: {
    en: (who: string, n: number, about: string): Md =>
      md`${bold(who)} sent ${n === 1 ? 'one message' : `${n} messages`} to another account of ${about}.`,
    zh: (who: string, n: number, about: string): Md =>
      md`${bold(who)} 把 ${n} 条消息发到了 ${about} 的另一个账号。`,
  },
  toManager: {
    en: (who: string, about: string): Md =>
      md`${bold(who)} had the manager of ${about} told that a message did not arrive.`,
    zh: (who: string, about: string): Md => md`${bold(who)} 请 ${about} 的直线经理转告有消息未送达。`,
  },
  closed: {
    en: (who: string, n: number, about: string): Md =>
      md`${bold(who)} settled ${n === 1 ? 'one failure' : `${n} failures`} (${about}) by hand.`,
    zh: (who: string, n: number, about: string): Md =>
      md`${bold(who)} 手动处理了 ${n} 条未送达记录（${about}）。`,
  },
  readSpread: {
    en: (who: string, cycle: string): Md => md`${who} looked at how grades are spread in ${cycle}.`,
    zh: (who: string, cycle: string): Md => md`${who} 查看了「${cycle}」的等级分布。`,
  },
  readRisk: {
    en: (who: string, of: string): Md => md`${who} saw that goals of ${of} are at risk.`,
    zh: (who: string, of: string): Md => md`${who} 看到 ${of} 有目标处于风险中。`,
  },
  read: {
    en: (who: string, about: string): Md => md`${bold(who)} read the entries about ${about}.`,
    zh: (who: string, about: string): Md => md`${bold(who)} 查看了与 ${about} 有关的记录。`,
  },
  dataTaken: {
    en: (who: string): Md => md`${bold(who)} took their own data as a file.`,
    zh: (who: string): Md => md`${bold(who)} 导出了自己的数据。`,
  },
  exported: {
    en: (who: string): Md => md`${bold(who)} took all entries as a file.`,
    zh: (who: string): Md => md`${bold(who)} 导出了全部操作记录。`,
  },
  company: { en: 'the company', zh: '公司' },
  onlyOwnEntries: {
    en: 'You can read the entries about yourself: /perf audit. Others’ are for HR.',
    zh: '你可以用「/perf audit」查看与自己有关的记录，其他人的记录由 HR 查看。',
  },
  onlyOwnUnits: {
    en: 'You can read the entries about yourself and about people of the units you look after. The rest is for HR.',
    zh: '你可以查看与自己有关的记录，以及你负责部门员工的记录，其余由 HR 查看。',
  },
});
