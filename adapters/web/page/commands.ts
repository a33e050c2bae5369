/** What the composer offers after "/" or 绩效: the one place of the page that knows command names. */
import type { Lang } from './wire.ts';

export interface Command {
  name: string;
  zh: string;
  help: { en: string; zh: string };
}

export const commands: readonly Command[] = [
  { name: 'help', zh: '帮助', help: { en: 'what I can do for you', zh: '看看我能帮你做什么' } },
  { name: 'kickoff', zh: '启动', help: { en: 'start a new cycle', zh: '启动新一轮绩效周期' } },
  { name: 'status', zh: '状态', help: { en: 'how far everyone is', zh: '看各部门、各阶段进展' } },
  { name: 'remind', zh: '提醒', help: { en: 'remind those who are late', zh: '提醒还没完成的同事' } },
  { name: 'extend', zh: '延期', help: { en: 'give a phase more time', zh: '给某个阶段延期' } },
  { name: 'pause', zh: '暂停', help: { en: 'pause the cycle', zh: '暂停本周期' } },
  { name: 'resume', zh: '恢复', help: { en: 'go on after a pause', zh: '恢复已暂停的周期' } },
  { name: 'cancel', zh: '取消', help: { en: 'cancel the cycle', zh: '取消本周期' } },
  { name: 'people', zh: '人员', help: { en: 'people: import, sync, find', zh: '人员导入、同步、查找' } },
  {
    name: 'goals',
    zh: '目标',
    help: { en: 'my goals: write, carry over, propose', zh: '我的目标：填写、沿用、提交' },
  },
  { name: 'progress', zh: '进度', help: { en: 'update the numbers of my goals', zh: '更新目标进度' } },
  { name: 'checkin', zh: '辅导', help: { en: 'start a GROW check-in now', zh: '现在做一次辅导沟通' } },
  {
    name: 'scheme',
    zh: '方案',
    help: { en: 'assessment schemes: list, show, import', zh: '考核方案：列表、查看、导入' },
  },
  {
    name: 'settings',
    zh: '设置',
    help: { en: 'language, time zone, quiet hours', zh: '语言、时区、免打扰时段' },
  },
  { name: 'audit', zh: '审计', help: { en: 'who did what, and when', zh: '谁在什么时候做了什么' } },
  { name: 'failures', zh: '失败', help: { en: 'what could not be delivered', zh: '没有送达的消息' } },
];

const START = /^\s*[/／](?:perf)?\s*(.*)$/i;
const START_ZH = /^\s*绩效\s*(.*)$/;

/** The part after the command's prefix, or nothing when the text is an ordinary message. */
export function typedCommand(text: string): string | undefined {
  if (/^\s*[/／]p?e?r?f?$/i.test(text)) return '';
  return (START.exec(text) ?? START_ZH.exec(text))?.[1]?.toLowerCase();
}

function rank(command: Command, typed: string): number {
  if (typed === '') return 1;
  if (command.name === typed || command.zh === typed) return 4;
  if (command.name.startsWith(typed) || command.zh.startsWith(typed)) return 3;
  if (command.name.includes(typed) || command.zh.includes(typed)) return 2;
  const said = `${command.help.en} ${command.help.zh}`.toLowerCase();
  return typed.length > 1 && said.includes(typed) ? 1 : 0;
}

/** Best matches first, in the table's order among equals; nothing once arguments are typed. */
export function offered(text: string): Command[] {
  const typed = typedCommand(text);
  if (typed === undefined || /\S\s/.test(typed) || text.includes('\n')) return [];
  return commands
    .map((command) => ({ command, rank: rank(command, typed.trim()) }))
    .filter((row) => row.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map((row) => row.command);
}

export const helpOf = (command: Command, lang: Lang): string => command.help[lang];
export const isCommand = (text: string): boolean => /^\s*(?:[/／]perf\b|绩效)/i.test(text);
