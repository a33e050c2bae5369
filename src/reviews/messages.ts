/** Nominating reviewers, approving them, and who may do what. */
import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

export const say = catalogue({
  nominateTitle: {
    en: (cycle: string) => `Who should give you feedback? · ${cycle}`,
    zh: (cycle: string) => `请谁来评价你？· ${cycle}`,
  },
  nominateIntro: {
    en: (due: string): Md =>
      md`Name people who saw your work, by ${due}: 3 to 8, 5 is a good number. With three, one silence silences all.`,
    zh: (due: string): Md =>
      md`请在 ${due}前提名了解你工作的人：3 到 8 位，5 位比较合适。只有 3 位时，一人不答，其他人的也无法展示。`,
  },
  nominateAfter: {
    en: (manager: string): Md =>
      md`${person(manager)} looks at the list, then they are asked. You will see only what 3 or more people say together.`,
    zh: (manager: string): Md =>
      md`${person(manager)} 确认名单后再发出邀请。你只会看到 3 人及以上合在一起的评价。`,
  },
  nominateAfterAlone: {
    en: md`They are asked at once. You will see only what 3 or more people say together.`,
    zh: md`名单提交后立即发出邀请。你只会看到 3 人及以上合在一起的评价。`,
  },
  suggested: { en: md`${bold('People who come to mind')}`, zh: md`${bold('可以考虑')}` },
  person: { en: 'Person', zh: '姓名' },
  why: { en: 'Why', zh: '原因' },
  as: { en: 'As', zh: '身份' },
  why_goal: { en: 'shares a goal with you', zh: '与你有共同目标' },
  why_kudos: { en: 'gave you kudos', zh: '认可过你' },
  why_team: { en: 'is in your team', zh: '同一团队' },
  loaded: { en: 'already has many to write', zh: '手上的评价已经很多' },
  takeSuggested: {
    en: (n: number) => `Take these ${n}`,
    zh: (n: number) => `就选这 ${n} 位`,
  },
  choose: { en: 'Choose myself', zh: '自己选' },
  changeList: { en: 'Change the list', zh: '修改名单' },
  listWaits: {
    en: (manager: string, by: string): Md => md`${person(manager)} looks at your list by ${by}.`,
    zh: (manager: string, by: string): Md => md`${person(manager)} 会在 ${by}前确认名单。`,
  },
  listWaitsHr: { en: md`HR looks at your list.`, zh: md`HR 会确认名单。` },
  listAsked: {
    en: md`They have been asked. From now on nobody sees who answers and who does not.`,
    zh: md`已发出邀请。从现在起，没有人能看到谁答了、谁没答。`,
  },
  noneNeeded: {
    en: md`Nobody is asked about you in this cycle: there are too few people for answers that stay confidential.`,
    zh: md`这个周期不会请同事评价你：人数太少，无法保密。`,
  },
  peers: { en: 'Colleagues', zh: '同事' },
  partners: { en: 'Partners in other units', zh: '其他部门的协作伙伴' },
  peersHint: {
    en: 'They rate how you work and how you work together. 3 to 8.',
    zh: '评价你的专业能力和协作，3 到 8 位。',
  },
  partnersHint: {
    en: 'They rate working together only. None, or 3 to 8: fewer are never shown.',
    zh: '只评价协作。可以不选，要选就选 3 到 8 位：少于 3 位不会展示。',
  },
  nominateForm: { en: 'Your reviewers', zh: '提名评价人' },
  nominateFormIntro: {
    en: md`Your manager and your reports rate you in their own role and are not named here.`,
    zh: md`直线经理和下属会以各自的身份评价你，不用在这里提名。`,
  },
  nominateSend: { en: 'Propose', zh: '提交名单' },
  namedToast: { en: 'Your list is in.', zh: '名单已提交。' },

  teamTitle: {
    en: (n: string, of: string) => `Reviewers: ${n} of ${of} people have named theirs`,
    zh: (n: string, of: string) => `评价人提名：${of} 人中已有 ${n} 人提交`,
  },
  teamIntro: {
    en: (cycle: string, by: string): Md =>
      md`${bold(cycle)}: please look at the lists by ${by}. Do these people know the work? Is somebody missing who sees it differently?`,
    zh: (cycle: string, by: string): Md =>
      md`${bold(cycle)}：请在 ${by}前确认名单。他们了解这份工作吗？有没有漏掉会有不同看法的人？`,
  },
  teamAuto: {
    en: md`Lists that nobody has looked at by then are taken as they are.`,
    zh: md`到期还没确认的名单会自动通过。`,
  },
  teamAfter: {
    en: md`After that nobody sees who answers, you included.`,
    zh: md`确认之后，包括你在内，没有人能看到谁答了。`,
  },
  count: { en: 'Status', zh: '状态' },
  st_open: { en: 'not named yet', zh: '未提名' },
  st_proposed: { en: 'waits for you', zh: '等你确认' },
  st_approved: { en: 'asked', zh: '已邀请' },
  st_none: { en: 'nobody is asked', zh: '无需评价' },
  st_replace: { en: 'somebody else is needed', zh: '需要另找一位' },
  approveAll: {
    en: (n: number) => `Approve all ${n}`,
    zh: (n: number) => `全部通过（${n}）`,
  },
  openOne: { en: 'Look at', zh: '查看' },
  approvalTitle: {
    en: (name: string) => `Reviewers of ${name}`,
    zh: (name: string) => `${name} 的评价人`,
  },
  approvalIntro: {
    en: md`They are asked once you approve.`,
    zh: md`你通过之后才会发出邀请。`,
  },
  nobodyNamed: { en: md`Nobody has been named yet. You can add people.`, zh: md`还没有提名，你可以补充。` },
  approve: { en: 'Approve', zh: '通过' },
  replace: { en: 'Replace', zh: '替换' },
  replaceOne: { en: (name: string) => `Replace ${name}`, zh: (name: string) => `替换 ${name}` },
  add: { en: 'Add', zh: '补充' },
  remove: { en: (name: string) => `Remove ${name}`, zh: (name: string) => `移除 ${name}` },
  settle: { en: 'Leave it at that', zh: '不再补充' },
  approvedBy: {
    en: (who: string, at: Date): Md => md`Approved by ${person(who)}, ${at}. They have been asked.`,
    zh: (who: string, at: Date): Md => md`${person(who)} 于 ${at} 通过，已发出邀请。`,
  },
  approvedAlone: {
    en: (at: Date): Md => md`Approved by the date, ${at}. They have been asked.`,
    zh: (at: Date): Md => md`${at} 到期自动通过，已发出邀请。`,
  },
  replacement: {
    en: (name: string): Md => md`${bold(name)} cannot do it: somebody else is needed.`,
    zh: (name: string): Md => md`${bold(name)} 无法评价，需要另找一位。`,
  },
  addTitle: {
    en: (name: string) => `Add a reviewer for ${name}`,
    zh: (name: string) => `为 ${name} 补充评价人`,
  },
  addWho: { en: 'Who', zh: '人选' },
  replaceTitle: {
    en: (name: string) => `In the place of ${name}`,
    zh: (name: string) => `替换 ${name}`,
  },
  done: { en: 'Done.', zh: '好了。' },

  notOneself: { en: 'You review yourself in your self review.', zh: '对自己的看法请写在自评里。' },
  notManager: {
    en: (name: string) => `${name} rates as the manager already.`,
    zh: (name: string) => `${name} 会以直线经理的身份评价。`,
  },
  notReport: {
    en: (name: string) => `${name} reports here and is asked in that role.`,
    zh: (name: string) => `${name} 是下属，会以下属的身份评价。`,
  },
  notThere: {
    en: (name: string) => `${name} cannot be asked at the moment: away, or no longer here.`,
    zh: (name: string) => `${name} 目前无法评价：不在岗或已离开。`,
  },
  sameUnit: {
    en: (name: string) => `${name} is in the same unit; please name them as a colleague.`,
    zh: (name: string) => `${name} 在同一部门，请作为同事提名。`,
  },
  twice: {
    en: (name: string) => `${name} is in the list already; everybody has one role.`,
    zh: (name: string) => `${name} 已在名单里，每人只有一种身份。`,
  },
  tooFew: {
    en: (k: number) => `Please name at least ${k}; fewer are never shown.`,
    zh: (k: number) => `请至少提名 ${k} 位，再少就无法展示。`,
  },
  tooMany: {
    en: (n: number) => `Please name ${n} at most; each of them takes time for it.`,
    zh: (n: number) => `最多提名 ${n} 位，每一位都要花时间。`,
  },
  decided: {
    en: 'The list is approved and they have been asked. Your manager can still add somebody.',
    zh: '名单已通过，邀请已发出。如需补充，请找直线经理。',
  },
  nobodyAsked: { en: 'Nobody is asked about this person.', zh: '这位不需要同事评价。' },
  nobodyAskedCard: {
    en: md`Nobody is asked about this person in this cycle.`,
    zh: md`这个周期不会请同事评价这位。`,
  },
  noTeamCard: { en: md`Nobody reports to you in this cycle.`, zh: md`这个周期里你没有下属。` },
  peersNeeded: {
    en: (k: number) => `At least ${k} colleagues are needed: please add somebody.`,
    zh: (k: number) => `至少需要 ${k} 位同事，请先补充。`,
  },
  partnersNeeded: {
    en: (k: number) => `Partners are heard from ${k} on: add some, or remove them.`,
    zh: (k: number) => `协作伙伴满 ${k} 位才会展示：请补充，或者移除。`,
  },
  askedAlready: {
    en: 'They have been asked already, so they stay in the list.',
    zh: '已经发出邀请，不能再移出名单。',
  },
  listChanged: {
    en: 'The list changed meanwhile. This is how it stands now.',
    zh: '名单刚刚有变化，这是最新的情况。',
  },
  onlyNominee: { en: 'Only the person themself names their reviewers.', zh: '只有本人可以提名评价人。' },
  notOwnReviewers: {
    en: 'Nobody decides about their own reviewers.',
    zh: '不能确认自己的评价人名单。',
  },
  onlyManager: { en: 'Only their manager in this cycle can do this.', zh: '只有本周期的直线经理可以操作。' },
  onlyHrApproves: {
    en: 'They have no manager in this cycle; HR looks at the list.',
    zh: '本周期没有直线经理，由 HR 确认名单。',
  },
  noTeam: { en: 'Nobody reports to you in this cycle.', zh: '这个周期里你没有下属。' },
  nominateHelp: { en: 'Name who should give you feedback', zh: '提名评价你的人' },
});
