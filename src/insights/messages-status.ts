import { catalogue } from '../core/i18n.ts';
import { bold, inside, type Md, md } from '../core/md.ts';
import type { Appeals } from './appeals.ts';
import type { Step } from './rules-status.ts';

const stepNames: Record<'en' | 'zh', Record<Step, string>> = {
  en: {
    planning: 'Goals agreed',
    assessment: 'Self reviews and reviewers',
    rating: 'Ratings settled',
    calibration: 'Grades calibrated',
    release: 'Results released',
    receipt: 'Results acknowledged',
    outcomes: 'Results final',
    closing: 'Survey answered',
  },
  zh: {
    planning: '目标已确认',
    assessment: '自评与提名',
    rating: '评分已完成',
    calibration: '等级已校准',
    release: '结果已发布',
    receipt: '结果已签收',
    outcomes: '结果已定稿',
    closing: '问卷已填写',
  },
};

type Ended = NonNullable<Appeals['ended']>;

/** How far a cycle is. */
export const status = catalogue({
  help: {
    en: 'how far a cycle is, also an older one by its name',
    zh: '查看周期进度，也可输入名称查看以往周期',
  },
  title: { en: (name: string) => `${name} – how far we are`, zh: (name: string) => `${name}：进度` },
  teamTitle: { en: (name: string) => `${name} – your team`, zh: (name: string) => `${name}：你的团队` },
  ownTitle: { en: (name: string) => `${name} – where you are`, zh: (name: string) => `${name}：你的进度` },
  period: { en: 'Period', zh: '考核期' },
  periodValue: {
    en: (from: string, to: string) => `${from} – ${to}`,
    zh: (from: string, to: string) => `${from}至${to}`,
  },
  now: { en: 'Now', zh: '当前' },
  notOpen: { en: 'not open yet', zh: '尚未开始' },
  nowValue: {
    en: (phase: string, due: string) => `${phase}, due ${due}`,
    zh: (phase: string, due: string) => `${phase}，${due}截止`,
  },
  taking: { en: 'Take part', zh: '参与人数' },
  unit: { en: 'Unit', zh: '部门' },
  people: { en: 'People', zh: '人数' },
  done: { en: 'Done', zh: '已完成' },
  open: { en: 'Open', zh: '未完成' },
  late: { en: 'Late', zh: '逾期' },
  state: { en: 'State', zh: '状态' },
  step: { en: (s: Step) => stepNames.en[s], zh: (s: Step) => stepNames.zh[s] },
  chartAlt: {
    en: (step: string, done: number, open: number, late: number) =>
      `${step}, by unit: ${done} done, ${open} open, ${late} late.`,
    zh: (step: string, done: number, open: number, late: number) =>
      `各部门「${step}」：已完成 ${done}，未完成 ${open}，逾期 ${late}。`,
  },
  chartOf: {
    en: (step: string): Md => md`By unit: ${bold(step)}`,
    zh: (step: string): Md => md`各部门：${bold(step)}`,
  },
  whoLate: {
    en: (step: string, n: number, who: string): Md => md`${bold('Late')} (${step}, ${n}): ${who}.`,
    zh: (step: string, n: number, who: string): Md => md`${bold('逾期')}（${step}，${n} 人）：${who}。`,
  },
  theyHear: {
    en: md`They hear from me themselves. Reviews that somebody owes a colleague are never listed here.`,
    zh: md`我会提醒他们本人。同事之间的评价是否完成，这里不会显示。`,
  },
  nobodyLate: { en: md`Nobody is late.`, zh: md`没有人逾期。` },
  ratersLate: {
    en: (n: number, who: string): Md => md`${bold('Ratings overdue')}, with ${n}: ${who}.`,
    zh: (n: number, who: string): Md => md`${bold('评分逾期')}，涉及 ${n} 位评分人：${who}。`,
  },
  silent: {
    en: (n: number): Md => md`Of those acknowledged, ${n} by five working days of silence.`,
    zh: (n: number): Md => md`已签收中有 ${n} 份是五个工作日未回应、自动签收的。`,
  },
  returned: {
    en: (n: number): Md => md`${n === 1 ? 'One rating is' : `${n} ratings are`} back with the one who rates.`,
    zh: (n: number): Md => md`有 ${n} 份评分已退回评分人。`,
  },
  appeals: {
    en: (n: number): Md => md`${n === 1 ? 'One appeal is' : `${n} appeals are`} open.`,
    zh: (n: number): Md => md`有 ${n} 件申诉正在处理。`,
  },
  ended: {
    en: ({ n, changed, days }: Ended): Md =>
      md`${n === 1 ? 'One appeal has' : `${n} appeals have`} ended; ${changed === 0 ? 'none' : String(changed)} changed a result.${days === undefined ? '' : ` Half of the decisions took ${String(days)} days or less.`}`,
    zh: ({ n, changed, days }: Ended): Md =>
      md`已结束 ${n} 件申诉，其中 ${changed} 件改变了结果。${days === undefined ? '' : `一半的决定在 ${String(days)} 天内作出。`}`,
  },
  notOwn: {
    en: md`Your own rating and result are in none of the numbers from the rating on.`,
    zh: md`评分及之后各项的数字都不含你本人。`,
  },
  outLine: {
    en: (what: string, why: string, n: number, who: string): Md => md`${bold(what)} (${n}): ${why} – ${who}.`,
    zh: (what: string, why: string, n: number, who: string): Md =>
      md`${bold(what)}（${n} 人），${why}：${who}。`,
  },
  small: {
    en: md`Numbers only. Small units are taken together; who is late hears it themselves.`,
    zh: md`这里只显示数字，人数少的部门合并显示。是否逾期由我提醒本人。`,
  },
  noScope: {
    en: md`You look after no unit of this cycle.`,
    zh: md`你负责的部门不在这个周期里。`,
  },
  ownState: {
    en: (state: string): Md => md`You are at: ${bold(state)}.`,
    zh: (state: string): Md => md`你目前处于：${bold(state)}。`,
  },
  notIn: {
    en: (why: string): Md => md`You do not take part: ${why}.`,
    zh: (why: string): Md => md`你不参与：${why}。`,
  },
  stranger: { en: md`You are not in this cycle.`, zh: md`你不在这个周期里。` },

  which: { en: 'Which cycle?', zh: '要看哪个周期？' },
  several: { en: md`Several cycles are under way.`, zh: md`目前有多个周期在进行。` },
  cycle: { en: 'Cycle', zh: '周期' },

  overview: { en: 'Overview', zh: '总览' },
  units: { en: 'By unit', zh: '按部门' },
  talks: { en: 'Check-ins and goals', zh: '沟通与目标' },
  spread: { en: 'Grades', zh: '等级分布' },
  team: { en: 'Your team', zh: '你的团队' },
  before: { en: 'Back', zh: '上一页' },
  next: { en: 'Next', zh: '下一页' },
  otherUnits: { en: 'Smaller units together', zh: '其余小部门' },
  moreUnits: {
    en: (n: number): Md => md`And ${n} more units.`,
    zh: (n: number): Md => md`另有 ${n} 个部门。`,
  },
  unitsTitle: { en: (name: string) => `${name} – by unit`, zh: (name: string) => `${name}：按部门` },
  unitsIntro: {
    en: md`Done of all, for what goes on now. The units with most to do come first.`,
    zh: md`数字为已完成/总数，只列当前进行的事项，待办最多的部门在前。`,
  },
  ofAll: { en: (n: number, of: number) => `${n}/${of}`, zh: (n: number, of: number) => `${n}/${of}` },
  ofAllLate: {
    en: (n: number, of: number, late: number) => `${n}/${of}, ${late} late`,
    zh: (n: number, of: number, late: number) => `${n}/${of}，逾期 ${late}`,
  },
  nothingYet: { en: md`Nothing to count yet.`, zh: md`暂时还没有数据。` },
});

/** The page of check-ins and goals. */
export const talk = catalogue({
  title: {
    en: (name: string) => `${name} – check-ins and goals`,
    zh: (name: string) => `${name}：沟通与目标`,
  },
  held: { en: 'Check-ins held', zh: '已完成的辅导沟通' },
  due: { en: 'Due', zh: '应沟通' },
  heldShort: { en: 'Held', zh: '已沟通' },
  goals: { en: 'Goals', zh: '目标' },
  atRisk: { en: 'At risk', zh: '有风险' },
  offTrack: { en: 'Off track', zh: '已偏离' },
  onTrack: { en: 'Others', zh: '其他' },
  alt: {
    en: (goals: number, risk: number, off: number) =>
      `Of ${goals} agreed goals, ${risk} are at risk and ${off} off track.`,
    zh: (goals: number, risk: number, off: number) =>
      `已确认的目标共 ${goals} 个，其中 ${risk} 个有风险，${off} 个已偏离。`,
  },
  summary: {
    en: (goals: number, risk: number, off: number): Md =>
      md`Of ${goals} agreed goals, ${risk} are at risk and ${off} off track, by what their owners last said.`,
    zh: (goals: number, risk: number, off: number): Md =>
      md`已确认的目标共 ${goals} 个，按负责人最近一次的判断，${risk} 个有风险，${off} 个已偏离。`,
  },
  allWell: {
    en: (goals: number): Md => md`Of ${goals} agreed goals, none is said to be at risk.`,
    zh: (goals: number): Md => md`已确认的目标共 ${goals} 个，目前都没有风险。`,
  },
  how: {
    en: md`What is said in a check-in stays between the two. Held are those in writing and those face to face.`,
    zh: md`沟通的内容只有双方能看到。书面和面谈都计入已沟通。`,
  },
  whose: { en: 'Whose goals', zh: '查看涉及的人' },
  riskTitle: {
    en: (name: string) => `${name} – goals that need a hand`,
    zh: (name: string) => `${name}：需要关注的目标`,
  },
  riskLine: {
    en: (who: Md, off: number, risk: number): Md => md`${inside(who)}: ${riskEn(off, risk)}`,
    zh: (who: Md, off: number, risk: number): Md => md`${inside(who)}：${riskZh(off, risk)}`,
  },
  moreRisk: { en: (n: number): Md => md`And ${n} more people.`, zh: (n: number): Md => md`另有 ${n} 人。` },
  nobodyAtRisk: { en: md`No goal is at risk.`, zh: md`没有目标处于风险中。` },
  readThem: {
    en: md`To read somebody’s goals: /perf goals and the name. Who reads them is kept.`,
    zh: md`如需查看某人的目标，请输入「/perf goals 姓名」。查看会留下记录。`,
  },
  open: { en: 'Open the goals of', zh: '查看谁的目标' },
  notYours: {
    en: 'Whose goals they are, their managers and HR read.',
    zh: '具体涉及谁的目标，由直线经理和 HR 查看。',
  },
});

function riskEn(off: number, risk: number): string {
  const said = [off > 0 && `${off} off track`, risk > 0 && `${risk} at risk`];
  return said.filter(Boolean).join(', ');
}

function riskZh(off: number, risk: number): string {
  const said = [off > 0 && `${off} 个已偏离`, risk > 0 && `${risk} 个有风险`];
  return said.filter(Boolean).join('，');
}
