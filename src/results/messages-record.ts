import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

/** The printable record, the archive as a file, and the answer to a code. */
export const paper = catalogue({
  title: {
    en: (name: string, cycle: string) => `Performance record · ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `绩效结果存档 · ${name} · ${cycle}`,
  },
  file: { en: 'performance-record', zh: '绩效存档' },
  archiveFile: { en: 'performance-archive', zh: '绩效档案' },
  name: { en: 'Name', zh: '姓名' },
  jobTitle: { en: 'Title', zh: '职位' },
  unit: { en: 'Unit', zh: '部门' },
  cycle: { en: 'Cycle', zh: '周期' },
  result: { en: 'Result', zh: '结果' },
  version: { en: 'Version', zh: '版本' },
  issued: { en: 'Given out', zh: '发布时间' },
  source: { en: 'Source', zh: '来源' },
  from_rating: { en: 'rating', zh: '评分' },
  from_calibration: { en: 'rating and calibration', zh: '评分及校准' },
  from_appeal: { en: 'appeal', zh: '申诉' },
  code: { en: 'Verification code', zh: '验证码' },
  seal: { en: 'Seal', zh: '校验值' },
  verifyHow: {
    en: (code: string): Md =>
      md`To check this record, type /perf verify ${code} to the bot, with the file attached if you have it. Name, cycle, version, result and seal must be the same as the answer.`,
    zh: (code: string): Md =>
      md`核实方法：向机器人输入「/perf verify ${code}」，如有电子文件请一并附上。姓名、周期、版本、结果和校验值须与回复一致。`,
  },
  sum: { en: 'How the score came about', zh: '得分明细' },
  said: { en: 'What colleagues say', zh: '同事的评价' },
  archive: {
    en: (name: string) => `Performance archive · ${name}`,
    zh: (name: string) => `绩效档案 · ${name}`,
  },
  score: { en: 'Score', zh: '得分' },
  grade: { en: 'Grade', zh: '等级' },
  verifyTitle: { en: 'This record is genuine', zh: '这份存档是真实的' },
  alteredTitle: { en: 'This file is not as it was issued', zh: '这个文件与签发时不一致' },
  genuine: {
    en: (name: string, when: string, version: string): Md =>
      md`Issued to ${bold(name)} on ${when}, version ${version}.`,
    zh: (name: string, when: string, version: string): Md =>
      md`${when} 签发给 ${bold(name)}，第 ${version} 版。`,
  },
  holds: { en: md`It is the version that holds.`, zh: md`这是目前有效的版本。` },
  newer: {
    en: (version: string): Md => md`There is a newer version: ${version}. This one does not hold any more.`,
    zh: (version: string): Md => md`已有更新的第 ${version} 版，本版不再有效。`,
  },
  compare: {
    en: md`Please compare with the paper: a copy that says something else was altered.`,
    zh: md`请与纸面内容核对，如有不同则说明副本被改动过。`,
  },
  notForYou: {
    en: md`What it says is for the person, their managers and HR. Ask them to compare grade and score.`,
    zh: md`具体内容仅本人、上级经理和人力资源可见。如需核对等级和得分，请联系他们。`,
  },
  unaltered: {
    en: md`The attached file is exactly as it was issued.`,
    zh: md`附上的文件与签发时完全一致。`,
  },
  altered: {
    en: md`The code is genuine, but the attached file is not one that was issued for it: something in it was changed, or it belongs to another code.`,
    zh: md`验证码真实，但附上的文件与签发的不一致：内容可能被改动，或属于另一个验证码。`,
  },
});
