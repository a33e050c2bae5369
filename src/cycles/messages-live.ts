import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import type { Trouble } from './broadcast.ts';

const troubles: Record<'en' | 'zh', Record<Trouble, string>> = {
  en: {
    gone: 'account deactivated',
    denied: 'the platform does not let me write to them',
    broken: 'the platform refused the message',
    unknown: 'not answered by the platform',
  },
  zh: {
    gone: '账号已停用',
    denied: '平台不允许给对方发消息',
    broken: '平台拒收该消息',
    unknown: '平台没有回应',
  },
};

/** HR's live card from the start to the end of a cycle. */
export const live = catalogue({
  starting: { en: (name: string) => `${name} is starting`, zh: (name: string) => `${name}：正在启动` },
  startingText: {
    en: (people: string): Md =>
      md`The announcement is out. I am putting ${people} and their lines on record; then everybody gets their message.`,
    zh: (people: string): Md => md`公告已发出。正在登记 ${people} 及其汇报关系，随后逐一发送消息。`,
  },
  sending: { en: (name: string) => `${name} has started`, zh: (name: string) => `${name}：已启动` },
  delivered: {
    en: (done: number, of: number) => `${done} of ${of} delivered`,
    zh: (done: number, of: number) => `已送达 ${done}/${of}`,
  },
  left: {
    en: (n: number, time: string | undefined): Md =>
      md`${n} on their way${time ? `, ${time} left` : ''}. Quiet hours are kept, so some may follow later.`,
    zh: (n: number, time: string | undefined): Md =>
      md`还有 ${n} 条在发送${time ? `，剩余时间：${time}` : ''}。免打扰时段会顺延。`,
  },
  held: {
    en: (n: number): Md => md`Paused. ${n} have not been sent yet; nothing goes out until you press Resume.`,
    zh: (n: number): Md => md`已暂停，还有 ${n} 条没有发送。点「继续发送」之前不会再发。`,
  },
  failed: {
    en: (n: number, why: Trouble): Md => md`${bold(String(n))} failed: ${troubles.en[why]}.`,
    zh: (n: number, why: Trouble): Md => md`${bold(String(n))} 条发送失败：${troubles.zh[why]}。`,
  },
  unreachable: {
    en: (n: number): Md => md`${bold(String(n))} without an account; they cannot be reached here.`,
    zh: (n: number): Md => md`${bold(String(n))} 人没有账号，无法在这里通知。`,
  },
  everybody: {
    en: (day: string): Md =>
      md`Everybody has it. I will remind those who need it; you will hear from me on ${day}.`,
    zh: (day: string): Md => md`所有人都收到了。需要提醒的人由我来提醒，${day}我再向你汇报。`,
  },
  exceptThose: {
    en: (day: string): Md =>
      md`Everybody else has it. I will remind those who need it; you will hear from me on ${day}.`,
    zh: (day: string): Md => md`其他人都收到了。需要提醒的人由我来提醒，${day}我再向你汇报。`,
  },
  elsewhere: {
    en: md`/perf failures shows who they are and lets you send them another way.`,
    zh: md`输入「/perf failures」可以查看是哪些人，并改用其他方式发送。`,
  },
  pause: { en: 'Pause', zh: '暂停发送' },
  resume: { en: 'Resume', zh: '继续发送' },
  retry: { en: 'Retry failed', zh: '重发失败的' },
  retrying: { en: 'I am sending those again.', zh: '正在重新发送。' },

  running: { en: (name: string) => `${name} – where it stands`, zh: (name: string) => `${name}：当前进度` },
  takePart: {
    en: (n: number, others: number): Md =>
      md`Taking part: ${n}.${others > 0 ? ` Not eligible or withdrawn: ${others}; /perf status lists them.` : ''}`,
    zh: (n: number, others: number): Md =>
      md`${n} 人参与。${others > 0 ? `另有 ${others} 人不参与或已退出，可用「/perf status」查看。` : ''}`,
  },
  ahead: { en: 'ahead', zh: '未开始' },
  openNow: { en: 'open', zh: '进行中' },
  graceNow: { en: 'in grace', zh: '宽限期' },
  over: { en: 'closed', zh: '已截止' },
  openedLine: {
    en: (phase: string): Md => md`${bold(phase)} is open now.`,
    zh: (phase: string): Md => md`${bold(phase)}已开始。`,
  },
  moreTime: {
    en: (who: string, phase: string, day: string): Md => md`${who}: ${phase} until ${day}.`,
    zh: (who: string, phase: string, day: string): Md => md`${who}：${phase}延至 ${day}。`,
  },
  moreOthers: {
    en: (n: number): Md => md`And ${n} more with a later day of their own.`,
    zh: (n: number): Md => md`另有 ${n} 项单独延期。`,
  },
  allOfThem: { en: 'Everybody', zh: '所有人' },
  pausedLine: {
    en: md`Paused: nothing is due and nobody is reminded. On resume the dates move by as many days as the pause lasted.`,
    zh: md`已暂停：期间没有截止日，也不发提醒。恢复后，日期按暂停的天数顺延。`,
  },
  closingLine: {
    en: md`All phases are over. The cycle closes as soon as no appeal is open.`,
    zh: md`所有阶段都已结束。没有未结申诉后，周期自动关闭。`,
  },
  closedLine: { en: md`The cycle is closed.`, zh: md`周期已结束。` },
  cancelledTitle: { en: (name: string) => `${name} was cancelled`, zh: (name: string) => `${name}：已取消` },
  cancelledLine: {
    en: (who: string): Md => md`${who} cancelled it. Those who took part are told once.`,
    zh: (who: string): Md => md`由${who}取消。参与人会收到一次通知。`,
  },
});
