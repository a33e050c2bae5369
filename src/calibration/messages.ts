import { catalogue } from '../core/i18n.ts';
import type { Grade } from '../cycles/model.ts';

/** Answers and refusals. */
export const say = catalogue({
  help: {
    en: 'calibrate grades: open a session for a unit, or go to yours',
    zh: '绩效校准：为部门开启校准会，或查看你参加的校准会',
  },
  onlyHr: {
    en: 'HR opens calibration. Once you are asked to join a session, you find it here.',
    zh: '校准由人力资源开启。邀请你参加后，可以在这里找到。',
  },
  onlyMembers: {
    en: 'This session is for those who were asked to join. HR can add you.',
    zh: '只有受邀成员可以查看这场校准。如需加入，请联系人力资源。',
  },
  onlyOfficer: {
    en: 'HR does this, one of those who take part in the session.',
    zh: '这一步由参加校准的人力资源同事操作。',
  },
  onlyClosers: {
    en: 'HR and the head of the unit close a session.',
    zh: '校准由人力资源和部门负责人共同结束。',
  },
  onlyNear: {
    en: 'HR, the unit’s HR partner, its head and the line above can open a row.',
    zh: '只有人力资源、该部门的 HRBP、部门负责人和其上级可以打开详情。',
  },
  notThisRow: {
    en: 'Your own row, and those of the people above you, are not yours to see.',
    zh: '你本人和你上级的结果不对你开放。',
  },
  ownReport: {
    en: 'You rated this person. Propose another grade: HR or the manager above you decides.',
    zh: '这个人由你评分。你可以提出建议，由人力资源或你的上级决定。',
  },
  onlyManagerProposes: {
    en: 'The manager proposes; you can change the grade yourself.',
    zh: '建议由直线经理提出，你可以直接调整等级。',
  },
  noCycle: {
    en: 'No running cycle has reached calibration yet.',
    zh: '还没有进入校准阶段的周期。',
  },
  notOpenYet: {
    en: (cycle: string) => `Calibration of ${cycle} has not opened yet, or the cycle does not run.`,
    zh: (cycle: string) => `「${cycle}」尚未进入校准阶段，或周期未在进行中。`,
  },
  noSuchUnit: {
    en: (typed: string, units: string) => `There is no unit “${typed}” in this cycle. There are: ${units}.`,
    zh: (typed: string, units: string) => `这个周期中没有部门「${typed}」。现有部门：${units}。`,
  },
  chooseUnit: { en: 'Choose at least one unit.', zh: '请至少选择一个部门。' },
  nothingApproved: {
    en: (unit: string, open: number) =>
      `No rating of ${unit} is approved and left to calibrate; ${open} are still being rated or approved.`,
    zh: (unit: string, open: number) => `${unit} 没有已批准且待校准的评分，还有 ${open} 人处于评分或审批中。`,
  },
  unitTaken: {
    en: (unit: string) => `${unit} is in a session already. Open it from /perf calibrate.`,
    zh: (unit: string) => `${unit} 已有进行中的校准，可以通过 /perf 校准 打开。`,
  },
  needsTwo: {
    en: 'Closing needs two people: somebody from HR, and for every unit a head who is somebody else. Please name one.',
    zh: '结束校准需要两个人：一位人力资源，以及每个部门一位不同于他的负责人。请补充负责人。',
  },
  headsAre: {
    en: (unit: string, names: string) =>
      `${unit} is closed together with its own head: ${names}. Others can join as members.`,
    zh: (unit: string, names: string) => `${unit}由本部门负责人共同结束：${names}。其他人可以作为成员加入。`,
  },
  notActive: {
    en: (names: string) => `No longer here: ${names}. Please choose others.`,
    zh: (names: string) => `已离职：${names}。请另选他人。`,
  },
  opened: {
    en: 'The session is open. Everybody gets their list now.',
    zh: '校准已开启，名单正在发给各位成员。',
  },
  joined: { en: 'Saved. Whoever is new gets a list now.', zh: '已保存，新成员会收到名单。' },
  isClosing: {
    en: 'This session is closing; that takes a moment. Nothing can be changed any more.',
    zh: '这场校准正在结束，请稍候，已不能再调整。',
  },
  isClosed: {
    en: 'This session is closed. HR can open it again before the release.',
    zh: '这场校准已结束。发布结果之前，人力资源可以重新开启。',
  },
  notClosed: { en: 'This session is not closed.', zh: '这场校准还没有结束。' },
  signedAlready: {
    en: 'You agreed to close already. The other one still has to.',
    zh: '你已经同意结束，还需要另一方确认。',
  },
  notSigned: { en: 'You have not agreed to close.', zh: '你还没有同意结束。' },
  signed: {
    en: 'Noted. The session closes when the other one agrees, too. You can take it back until then.',
    zh: '已记录。另一方同意后校准结束，在那之前你可以撤回。',
  },
  unsigned: { en: 'Taken back: the session stays open.', zh: '已撤回，校准继续进行。' },
  closing: {
    en: 'Both agreed. The session closes now; this takes a moment.',
    zh: '双方均已同意，校准正在结束，请稍候。',
  },
  resultsOut: {
    en: (n: number) =>
      n === 1
        ? 'One person already has the result. From here on an appeal is the way.'
        : `${n} people already have their results. From here on an appeal is the way.`,
    zh: (n: number) => `已有 ${n} 人收到结果。之后只能通过申诉调整。`,
  },
  elsewhere: {
    en: 'Another session of the same unit is open. Go on there.',
    zh: '同一部门已有另一场进行中的校准，请在那里继续。',
  },
  reopened: { en: 'Open again. Everybody in the session can see it.', zh: '已重新开启，成员都能看到。' },
  rowGone: {
    en: 'This rating is being looked at again, or is already given out. Nothing can be changed here now.',
    zh: '这份评分正在复核或已经发布，暂时不能调整。',
  },
  movedOn: {
    en: 'This changed in the meantime. Please look at how it is now.',
    zh: '情况已有变化，请先查看最新内容。',
  },
  changedBy: {
    en: (who: string) => `${who} changed this grade in the meantime. Please look at how it is now.`,
    zh: (who: string) => `${who} 刚刚调整了这个等级，请先查看最新内容。`,
  },
  noGrade: {
    en: 'No grade could be computed here, so none can be changed. Return the rating for re-examination.',
    zh: '这里没有算出等级，无法调整。请将评分退回复核。',
  },
  sameGrade: {
    en: (grade: Grade) => `It is ${grade} already. Choose another grade, or leave it.`,
    zh: (grade: Grade) => `目前已经是 ${grade}。请选择其他等级，或保持不变。`,
  },
  reasonShort: {
    en: (n: number) => `The person will read this. Please write at least ${n} characters.`,
    zh: (n: number) => `本人会读到这段理由，请至少写 ${n} 个字。`,
  },
  changed: {
    en: 'Changed. The score stays as it was. You can undo it for five minutes.',
    zh: '已调整，分数保持不变。五分钟内可以撤销。',
  },
  proposed: {
    en: 'Kept with the case. HR and the manager above you see it.',
    zh: '已记入个案，人力资源和你的上级可以看到。',
  },
  undone: { en: 'Taken back.', zh: '已撤销。' },
  tooLateToUndo: {
    en: 'Too late to undo: five minutes have passed, or somebody went on from there.',
    zh: '无法撤销：已超过五分钟，或已有后续操作。',
  },
  looked: { en: 'Thank you.', zh: '已记录，谢谢。' },
});
