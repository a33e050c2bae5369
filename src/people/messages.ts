import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

export const say = catalogue({
  onlyHr: { en: 'HR can do this.', zh: '这项操作由 HR 来做。' },
  onlyLine: {
    en: 'Only the person, their manager and HR can see this.',
    zh: '只有本人、直线经理和 HR 可以看到。',
  },
  beginsOn: {
    en: (day: string) =>
      `You begin on ${day}; from that day on I am here for you. If the date is wrong, ask HR.`,
    zh: (day: string) => `你的入职日是${day}，从那天起就可以使用。如果日期不对，请联系 HR。`,
  },
  findHelp: { en: 'who is who: unit, manager, local time', zh: '查找同事：部门、直线经理、当地时间' },
  findTitle: { en: 'People', zh: '找同事' },
  findHow: {
    en: md`Type **/perf people find** and a part of a name or e-mail address, like “/perf people find ann”.`,
    zh: md`输入 **/perf people find** 加姓名或邮箱的一部分，例如「/perf people find 王」。`,
  },
  foundNone: {
    en: (text: string): Md =>
      md`Nobody here is called “${text}”. A part of the name is enough, like the first letters.`,
    zh: (text: string): Md => md`没有找到「${text}」。输入姓名的一部分就可以。`,
  },
  foundPerson: {
    en: (id: string, title: string, unit: string): Md => md`${person(id)} – ${bold(title)}, ${unit}`,
    zh: (id: string, title: string, unit: string): Md => md`${person(id)}：${bold(title)}，${unit}`,
  },
  foundMore: {
    en: md`There are more. A few letters more narrow it down.`,
    zh: md`还有更多结果，再多输入几个字可以缩小范围。`,
  },
  manager: { en: 'Manager', zh: '直线经理' },
  noManager: { en: 'none', zh: '无' },
  localTime: { en: 'Local time', zh: '当地时间' },
  name: { en: 'Name', zh: '姓名' },
  jobTitle: { en: 'Title', zh: '职位' },
  away: { en: (time: string) => `${time}, on leave`, zh: (time: string) => `${time}，休假中` },
  team: { en: md`**My team**`, zh: md`**我的团队**` },
  teamMore: {
    en: (shown: number, all: number): Md => md`The first ${shown} of ${all} by name.`,
    zh: (shown: number, all: number): Md => md`按姓名显示前 ${shown} 位，共 ${all} 位。`,
  },
});
