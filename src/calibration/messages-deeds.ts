import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

const reasonsEn = [
  'The delivery in March carried two other teams; that is well beyond what was agreed.',
  'Compared with others on this level, the same results came with far less support.',
  'The numbers were reached, yet two hand-overs failed and the customers noticed.',
];
const reasonsZh = [
  '三月的交付同时支撑了另外两个团队，明显超出了原先约定的范围。',
  '与同级同事相比，在支持更少的情况下取得了同样的结果，表现突出。',
  '数字目标虽然完成，但两次交接出现失误，客户感受到了明显影响。',
];

/** Facts as sentences; tasks, Home, and what played people do. */
export const deed = catalogue({
  opened: {
    en: (by: string, people: number, members: number): Md =>
      md`${person(by)} opened calibration of ${people} people with ${members} members.`,
    zh: (by: string, people: number, members: number): Md =>
      md`${person(by)} 开启了校准，共 ${people} 人，${members} 位成员参加。`,
  },
  joined: {
    en: (by: string): Md => md`${person(by)} changed who takes part in calibration.`,
    zh: (by: string): Md => md`${person(by)} 调整了校准成员。`,
  },
  changed: {
    en: (by: string): Md => md`${person(by)} changed a grade in calibration.`,
    zh: (by: string): Md => md`${person(by)} 在校准中调整了一个等级。`,
  },
  undone: {
    en: (by: string): Md => md`${person(by)} took back a change of a grade.`,
    zh: (by: string): Md => md`${person(by)} 撤销了一次等级调整。`,
  },
  proposed: {
    en: (by: string): Md => md`${person(by)} proposed another grade in calibration.`,
    zh: (by: string): Md => md`${person(by)} 在校准中建议调整一个等级。`,
  },
  signed: {
    en: (by: string): Md => md`${person(by)} agreed to close calibration.`,
    zh: (by: string): Md => md`${person(by)} 同意结束校准。`,
  },
  unsigned: {
    en: (by: string): Md => md`${person(by)} took back the agreement to close calibration.`,
    zh: (by: string): Md => md`${person(by)} 撤回了结束校准的同意。`,
  },
  closed: {
    en: (n: number): Md => md`Calibration closed; ${n} people moved on.`,
    zh: (n: number): Md => md`校准结束，${n} 人进入已校准状态。`,
  },
  reopened: {
    en: (by: string): Md => md`${person(by)} opened calibration again.`,
    zh: (by: string): Md => md`${person(by)} 重新开启了校准。`,
  },
  read: {
    en: (by: string, about: string): Md =>
      md`${person(by)} looked at the rating of ${person(about)} in calibration.`,
    zh: (by: string, about: string): Md => md`${person(by)} 在校准中查看了 ${person(about)} 的评分。`,
  },
  taskOpen: {
    en: (unit: string, cycle: string) => `Calibrate ${unit} · ${cycle}`,
    zh: (unit: string, cycle: string) => `校准 ${unit} · ${cycle}`,
  },
  taskAgain: {
    en: (unit: string, n: number, cycle: string) =>
      n === 1
        ? `Calibrate ${unit} again: one person was rated anew · ${cycle}`
        : `Calibrate ${unit} again: ${n} people were rated anew · ${cycle}`,
    zh: (unit: string, n: number, cycle: string) => `再次校准 ${unit}：${n} 人有新评分 · ${cycle}`,
  },
  taskMany: {
    en: (n: number, cycle: string) => `Calibrate ${n} units · ${cycle}`,
    zh: (n: number, cycle: string) => `校准 ${n} 个部门 · ${cycle}`,
  },
  taskLook: {
    en: (n: number, units: string) =>
      n === 1
        ? `Calibration of ${units}: look at one person`
        : `Calibration of ${units}: look at ${n} people`,
    zh: (n: number, units: string) => `${units} 校准：查看 ${n} 人`,
  },
  taskConfirm: {
    en: (units: string) => `Calibration of ${units}: confirm close`,
    zh: (units: string) => `${units} 校准：确认结束`,
  },
  open: { en: 'Open', zh: '打开' },
  homeHr: {
    en: (cycle: string, done: number, of: number): Md =>
      md`${bold('Calibration')} · ${cycle}: ${done} of ${of} units done`,
    zh: (cycle: string, done: number, of: number): Md =>
      md`${bold('绩效校准')} · ${cycle}：已完成 ${done} / ${of} 个部门`,
  },
  homeMine: {
    en: (units: string): Md => md`${bold('Calibration')} of ${units} is open.`,
    zh: (units: string): Md => md`${bold('绩效校准')}：${units} 进行中。`,
  },
  playsOpen: { en: 'opened a calibration session', zh: '开启了校准' },
  playsChange: { en: 'changed a grade', zh: '调整了一个等级' },
  playsLook: { en: 'looked through the list', zh: '看完了校准名单' },
  playsClose: { en: 'agreed to close calibration', zh: '同意结束校准' },
  playReason: {
    en: (n: number) => reasonsEn[n % reasonsEn.length] ?? '',
    zh: (n: number) => reasonsZh[n % reasonsZh.length] ?? '',
  },
});
