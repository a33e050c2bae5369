import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import type { Sort } from './model.ts';

const sortsEn: Record<Sort, string> = { score: 'score', grade: 'grade', name: 'name', manager: 'manager' };
const sortsZh: Record<Sort, string> = { score: '分数', grade: '等级', name: '姓名', manager: '经理' };
const peopleEn = (n: number): string => (n === 1 ? 'one person' : `${n} people`);

/** HR's board, the room's card, the lists. */
export const card = catalogue({
  boardTitle: {
    en: (cycle: string) => `Calibration · ${cycle}`,
    zh: (cycle: string) => `绩效校准 · ${cycle}`,
  },
  boardAbout: {
    en: md`A session looks at one or several units in a private room. It can begin before everybody is approved; whoever is approved later joins the list.`,
    zh: md`校准会在私密群内进行，可以包含一个或多个部门。不必等全部批准，之后批准的人会自动进入名单。`,
  },
  boardEmpty: { en: md`No ratings have been opened in this cycle yet.`, zh: md`这个周期还没有开始评分。` },
  boardDone: {
    en: md`Every unit is calibrated. The results can be released.`,
    zh: md`所有部门都已校准，可以发布结果。`,
  },
  colUnit: { en: 'Unit', zh: '部门' },
  colReady: { en: 'To calibrate', zh: '待校准' },
  colOpen: { en: 'Not rated yet', zh: '评分中' },
  colSubmitted: { en: 'To be approved', zh: '待审批' },
  colUnrated: { en: 'No rating', zh: '无评分' },
  colDone: { en: 'Calibrated', zh: '已校准' },
  colSession: { en: 'Session', zh: '校准会' },
  live: { en: 'open', zh: '进行中' },
  closing: { en: 'closing', zh: '正在结束' },
  again: { en: 'closed, rated anew', zh: '已结束，有新评分' },
  closed: { en: 'closed', zh: '已结束' },
  none: { en: '–', zh: '–' },
  prepare: { en: 'Open a session for', zh: '开启校准会' },
  goTo: { en: (units: string) => `Go to ${units}`, zh: (units: string) => `进入 ${units}` },
  title: {
    en: (units: string, cycle: string) => `Calibration of ${units} · ${cycle}`,
    zh: (units: string, cycle: string) => `${units} 校准 · ${cycle}`,
  },
  listTitle: {
    en: (units: string, cycle: string) => `Your list · ${units} · ${cycle}`,
    zh: (units: string, cycle: string) => `你的校准名单 · ${units} · ${cycle}`,
  },
  roomName: {
    en: (units: string, cycle: string) => `Calibration ${units} ${cycle}`,
    zh: (units: string, cycle: string) => `校准 ${units} ${cycle}`,
  },
  roomAbout: {
    en: (n: number): Md =>
      md`The grades of ${peopleEn(n)} are compared here. Everybody has a list of their own in their conversation with me; nobody finds their own row there, nor those of the people above them.`,
    zh: (n: number): Md =>
      md`这里一起比较 ${n} 人的等级。每位成员的名单在与我的私聊中，名单里没有本人和本人上级。`,
  },
  roomRule: {
    en: md`A session changes grades, never scores. Each change has a reason that the person will read. The guideline warns; nobody is moved to fit it. HR and the head close together.`,
    zh: md`校准只调整等级，不改变分数。每次调整都要写明理由，本人会读到。分布参考只作提醒，不会为了凑比例而调整任何人。由人力资源和部门负责人共同结束。`,
  },
  roomHidden: {
    en: md`There is no chart here: some of those in this room are among the people compared, and it would tell them their own grade. Yours is on your list, without the rows that are not yours to see.`,
    zh: md`此处不显示分布图：群内有成员也在名单中，整体分布会暴露本人等级。你的分布图在你的名单上，不含不对你开放的结果。`,
  },
  roomLooked: {
    en: (n: number, of: number): Md => md`Looked through so far: ${n} of ${of}.`,
    zh: (n: number, of: number): Md => md`已看完：${n} / ${of} 人。`,
  },
  signedBy: {
    en: (names: string): Md => md`Agreed to close: ${names}. The other one still has to.`,
    zh: (names: string): Md => md`已同意结束：${names}，等待另一方确认。`,
  },
  closingNow: { en: md`Both agreed. It closes now.`, zh: md`双方已同意，正在结束。` },
  closedAt: {
    en: (at: Date, names: string): Md => md`Closed ${at} by ${names}.`,
    zh: (at: Date, names: string): Md => md`已于 ${at} 由 ${names} 结束。`,
  },
  afterClose: {
    en: md`Next, HR releases the results. Until then HR can open this again.`,
    zh: md`接下来由人力资源发布结果，在那之前可以重新开启。`,
  },
  reopenedBy: {
    en: (who: string, at: Date, reason: string): Md => md`Opened again by ${who} ${at}: ${reason}`,
    zh: (who: string, at: Date, reason: string): Md => md`${who} 于 ${at} 重新开启：${reason}`,
  },
  openList: { en: 'Open my list', zh: '打开我的名单' },
  about: {
    en: (n: number): Md => md`Please look at ${peopleEn(n)}: do the grades mean the same everywhere?`,
    zh: (n: number): Md => md`请看一看 ${n} 人的等级：各处的标准是否一致？`,
  },
  nobody: {
    en: md`Nobody is on your list at the moment.`,
    zh: md`你的名单上目前没有人。`,
  },
  hidden: {
    en: md`Your own row and those of the people above you are not here, nor in any figure on this card.`,
    zh: md`名单和图中数字都不含你本人及你的上级。`,
  },
  chartPeople: { en: 'People', zh: '人数' },
  chartAlt: {
    en: (parts: string) => `Grades: ${parts}.`,
    zh: (parts: string) => `等级分布：${parts}。`,
  },
  atMost: {
    en: (of: string, most: number) => `${of} (at most ${most})`,
    zh: (of: string, most: number) => `${of}（至多 ${most}）`,
  },
  sa: { en: 'S and A', zh: 'S 与 A' },
  over: {
    en: (of: string, count: number, most: number, percent: number): Md =>
      md`${bold(of)}: ${count}, where the guideline has at most ${most} (${percent} %). It warns only: change a grade when the work says so.`,
    zh: (of: string, count: number, most: number, percent: number): Md =>
      md`${bold(of)}：${count} 人，参考上限为 ${most} 人（${percent}%）。仅作提醒，是否调整以工作表现为准。`,
  },
  within: { en: md`Within the guideline.`, zh: md`在分布参考范围内。` },
  pooled: {
    en: (team: number, units: string, n: number): Md =>
      md`Fewer than ${team} people, so the guideline counts ${units} together: ${n} people, without anybody whose row is not yours to see.`,
    zh: (team: number, units: string, n: number): Md =>
      md`不足 ${team} 人，分布参考按 ${units} 合并计算，共 ${n} 人，不含不对你开放的人。`,
  },
  small: {
    en: (team: number): Md =>
      md`Fewer than ${team} people and nobody to count together with: the guideline says nothing here.`,
    zh: (team: number): Md => md`不足 ${team} 人，也没有可合并计算的部门，此处不作分布参考。`,
  },
  hintsTitle: { en: md`**What strikes**`, zh: md`**值得留意**` },
  noHints: { en: md`Nothing strikes in how these managers rate.`, zh: md`这些经理的评分没有明显偏差。` },
  unrated: {
    en: (names: string): Md => md`Without a rating, so without a grade to calibrate: ${names}.`,
    zh: (names: string): Md => md`没有评分，因此无等级可校准：${names}。`,
  },
  behind: {
    en: (n: number): Md => md`Not here yet: ${peopleEn(n)}, still being rated or approved.`,
    zh: (n: number): Md => md`尚未进入名单：${n} 人，仍在评分或审批中。`,
  },
  colName: { en: 'Name', zh: '姓名' },
  colManager: { en: 'Manager', zh: '经理' },
  colScore: { en: 'Score', zh: '分数' },
  colGrade: { en: 'Grade', zh: '等级' },
  open: { en: 'Open a row', zh: '打开详情' },
  sort: { en: 'Sort by', zh: '排序方式' },
  sorts: { en: (by: Sort) => sortsEn[by] ?? by, zh: (by: Sort) => sortsZh[by] ?? by },
  page: {
    en: (page: number, pages: number): Md => md`Page ${page} of ${pages}`,
    zh: (page: number, pages: number): Md => md`第 ${page} / ${pages} 页`,
  },
  previous: { en: 'Previous', zh: '上一页' },
  next: { en: 'Next', zh: '下一页' },
  looked: { en: 'I have looked through', zh: '我已看完' },
  close: { en: 'Close', zh: '结束校准' },
  closeSure: {
    en: 'Grades stay as they are on the list then. The session closes once HR and the head have both agreed.',
    zh: '名单上的等级将确定下来。人力资源和部门负责人都同意后，校准结束。',
  },
  confirmClose: { en: 'Confirm close', zh: '确认结束' },
  withdraw: { en: 'Take my agreement back', zh: '撤回我的同意' },
  invite: { en: 'Who joins', zh: '参加成员' },
  reopen: { en: 'Open again', zh: '重新开启' },
});
