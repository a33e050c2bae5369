/** Why a line of an import cannot be taken: one sentence that says what to do about it. */
import { catalogue } from '../core/i18n.ts';

export const reasons = catalogue({
  missing: {
    en: (column: string) => `${column} is empty`,
    zh: (column: string) => `「${column}」没有填`,
  },
  tooLong: {
    en: (column: string) => `${column} is longer than 300 characters`,
    zh: (column: string) => `「${column}」超过 300 个字`,
  },
  email: {
    en: (column: string) => `${column} is not an e-mail address`,
    zh: (column: string) => `「${column}」不是有效的邮箱地址`,
  },
  duplicate: {
    en: (_: string, lines: string) =>
      `the same e-mail stands in line ${lines}, too; one address belongs to one person: keep one line, or give each their own address`,
    zh: (_: string, lines: string) =>
      `第 ${lines} 行用了同一个邮箱。一个邮箱只对应一个人：请只留一行，或者给每个人各自的邮箱`,
  },
  former: {
    en: () => 'nobody has this former e-mail',
    zh: () => '没有人用过这个原邮箱',
  },
  taken: {
    en: () => 'somebody else already has the new e-mail; HR has to settle which of the two it belongs to',
    zh: () => '新邮箱已经是别人的了，请先确认它属于谁',
  },
  date: {
    en: (column: string) => `${column} is not a date; write it like 2027-01-15`,
    zh: (column: string) => `「${column}」不是有效日期，请写成 2027-01-15 这样`,
  },
  leftBeforeHired: {
    en: () => 'the last day is before the first',
    zh: () => '离职日期早于入职日期',
  },
  leaveStart: {
    en: () => 'the leave has an end but no beginning',
    zh: () => '休假只有结束日期，没有开始日期',
  },
  leaveOrder: {
    en: () => 'the leave ends before it begins',
    zh: () => '休假结束日期早于开始日期',
  },
  zone: {
    en: (_: string, near: string) =>
      `unknown time zone${near ? `; did you mean ${near}?` : '; write it like Asia/Shanghai'}`,
    zh: (_: string, near: string) =>
      `没有这个时区${near ? `，是不是想写 ${near}？` : '，请写成 Asia/Shanghai 这样'}`,
  },
  locale: {
    en: () => 'unknown language; en and zh are there',
    zh: () => '没有这种语言，可以填 en 或 zh',
  },
  calendar: {
    en: (_: string, known: string) => `unknown holiday calendar; there are ${known}`,
    zh: (_: string, known: string) => `没有这个假日历，现有的是 ${known}`,
  },
  role: {
    en: () => 'unknown role; there are hr, hrHead, hrbp and executive',
    zh: () => '没有这个角色，可以填 hr、hrHead、hrbp、executive',
  },
  unit: {
    en: (_: string, unit: string) => `nobody is in the unit “${unit}” that the HRBP looks after`,
    zh: (_: string, unit: string) => `HRBP 负责的部门「${unit}」里没有人`,
  },
  manager: {
    en: (_: string, email: string) => `the manager ${email} is neither in the file nor here`,
    zh: (_: string, email: string) => `直线经理 ${email} 不在文件里，系统里也没有`,
  },
  managerLine: {
    en: (_: string, email: string) => `the line of the manager ${email} has an error of its own`,
    zh: (_: string, email: string) => `直线经理 ${email} 那一行本身有错误`,
  },
  managerLeft: {
    en: (_: string, email: string) => `the manager ${email} has left; name the one who leads now`,
    zh: (_: string, email: string) => `直线经理 ${email} 已经离职，请填写现在的经理`,
  },
  self: {
    en: () => 'nobody is their own manager; leave it empty for the head of the organisation',
    zh: () => '不能是自己的直线经理；如果是最高负责人，请留空',
  },
  circle: {
    en: (_: string, names: string) => `the line goes in a circle: ${names}`,
    zh: (_: string, names: string) => `汇报关系绕成了一圈：${names}`,
  },
  own: {
    en: (column: string) => `${column} of your own record is changed by another HR admin, not by you`,
    zh: (column: string) => `你本人的「${column}」需要由另一位 HR 来改`,
  },
});

export type Reason = keyof typeof reasons.pairs;

type Worded = (column: string, word: string) => string;

export const reasonWords = (l: 'en' | 'zh', reason: Reason, column: string, word: string): string =>
  (reasons(l)[reason] as Worded)(column, word);
