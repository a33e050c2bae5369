import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';

/** Labels, hints and errors of the forms. */
export const form = catalogue({
  kickoff: { en: 'Start a cycle', zh: '启动绩效周期' },
  change: { en: 'Change the cycle', zh: '修改周期设置' },
  intro: {
    en: md`I have filled in what I can guess. Nobody hears of it yet: you will see a check and a preview first.`,
    zh: md`能推断的我都先填好了。提交后先看检查结果和预览，此时还不会通知任何人。`,
  },
  look: { en: 'Look it over', zh: '检查并预览' },
  name: { en: 'Name', zh: '名称' },
  from: { en: 'Period from', zh: '考核期开始' },
  to: { en: 'Period to', zh: '考核期结束' },
  scheme: { en: 'Scheme', zh: '考核方案' },
  audience: { en: 'For whom', zh: '参与范围' },
  everyone: { en: 'Everyone', zh: '全员' },
  units: { en: 'Units', zh: '部门' },
  unitsHint: { en: 'Only when it is for units', zh: '仅在按部门时填写' },
  people: { en: 'People', zh: '指定人员' },
  peopleHint: { en: 'Only when it is for certain people', zh: '仅在指定人员时填写' },
  due: { en: (phase: string) => `${phase} due`, zh: (phase: string) => `${phase}截止日` },
  dueHint: {
    en: 'A phase opens on the first working day after the one before is due.',
    zh: '每个阶段在上一阶段截止后的首个工作日开始。',
  },
  message: { en: 'A word from you', zh: '想对大家说的话' },
  messageHint: { en: 'Stands in the announcement', zh: '会出现在公告里' },
  unitOption: {
    en: (unit: string, n: number) => `${unit} (${n})`,
    zh: (unit: string, n: number) => `${unit}（${n} 人）`,
  },

  nameUsed: {
    en: (name: string) => `There is already a cycle named ${name}.`,
    zh: (name: string) => `已经有名为「${name}」的周期了。`,
  },
  past: { en: 'This day is over already.', zh: '这一天已经过去了。' },
  order: {
    en: (before: string) => `Leave at least one working day after ${before}.`,
    zh: (before: string) => `请在${before}截止之后至少留一个工作日。`,
  },
  endBeforeStart: { en: 'The end has to be after the start.', zh: '结束日期需要晚于开始日期。' },
  periodOver: { en: 'This period is over already.', zh: '这个考核期已经结束了。' },
  chooseUnits: { en: 'Please choose at least one unit.', zh: '请至少选择一个部门。' },
  choosePeople: { en: 'Please choose at least one person.', zh: '请至少选择一个人。' },
  nobody: { en: 'Nobody is in that now.', zh: '目前这里没有人。' },

  extend: { en: (name: string) => `More time in ${name}`, zh: (name: string) => `延长「${name}」` },
  extendIntro: {
    en: md`Those concerned are told once. The phases after this one keep their dates.`,
    zh: md`相关人员会收到一次通知。后面各阶段的日期不变。`,
  },
  extendDo: { en: 'Give more time', zh: '延长' },
  which: { en: 'Phase', zh: '阶段' },
  whichOption: {
    en: (phase: string, due: string) => `${phase}, due ${due}`,
    zh: (phase: string, due: string) => `${phase}，${due}截止`,
  },
  who: { en: 'For whom', zh: '对象' },
  all: { en: 'Everybody', zh: '所有人' },
  unit: { en: 'Unit', zh: '部门' },
  person: { en: 'Person', zh: '人员' },
  oneUnit: { en: 'One unit', zh: '一个部门' },
  onePerson: { en: 'One person', zh: '一个人' },
  newDue: { en: 'New due day', zh: '新的截止日' },

  cancel: { en: (name: string) => `Cancel ${name}`, zh: (name: string) => `取消「${name}」` },
  cancelIntro: {
    en: (n: number): Md =>
      md`This ends the cycle for good; it cannot be undone. ${n} people are told once, with the reason that you write here.`,
    zh: (n: number): Md => md`取消后无法恢复。${n} 位参与人会收到一次通知，其中包含你在这里写的原因。`,
  },
  cancelDo: { en: 'Cancel the cycle', zh: '确认取消周期' },
  why: { en: 'Reason', zh: '原因' },

  withdraw: {
    en: (name: string) => `Take somebody out of ${name}`,
    zh: (name: string) => `将某人移出「${name}」`,
  },
  withdrawIntro: {
    en: md`The person stays listed as withdrawn, with the reason. What they gave to others stays.`,
    zh: md`此人会以「已退出」及原因列出。他们给过别人的评价会保留。`,
  },
  withdrawDo: { en: 'Take out', zh: '移出' },
  reasonLeft: { en: 'Left the company', zh: '已离职' },
  reasonLeave: { en: 'On long leave', zh: '长期休假' },
  reasonOther: { en: 'Another reason', zh: '其他原因' },

  assign: { en: 'Who decides on them?', zh: '由谁来评价他们？' },
  assignIntro: {
    en: md`These people have no manager. Name somebody who agrees their goals and rates them in this cycle, or leave it empty.`,
    zh: md`以下人员没有直线经理。可以为本周期指定一位评价人（确认目标并评分），也可以留空。`,
  },
  assignDo: { en: 'Save', zh: '保存' },
  notThemselves: { en: 'Nobody can decide on themselves.', zh: '不能由本人评价自己。' },
  notHere: {
    en: 'This person is not with the organisation today. Please name somebody who is.',
    zh: '这个人目前不在职，请指定一位在职的同事。',
  },
  unknownPerson: { en: 'I don’t know this person.', zh: '没有找到这个人。' },
});
