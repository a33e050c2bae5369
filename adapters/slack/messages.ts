/** What the adapter itself says; everything else comes from the capabilities. */
import { catalogue } from '../../src/core/i18n.ts';

export const say = catalogue({
  page: {
    en: (n: number, of: number) => `Page ${n} of ${of}`,
    zh: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
  },
  part: {
    en: (label: string, n: number, of: number) => `${label} (part ${n} of ${of})`,
    zh: (label: string, n: number, of: number) => `${label}（第 ${n} 部分，共 ${of} 部分）`,
  },
  previous: { en: 'Back', zh: '上一页' },
  next: { en: 'Next', zh: '下一页' },
  pageGone: {
    en: 'This page is no longer kept. Type /perf to see how things stand.',
    zh: '这一页已不再保存。输入「/perf」查看最新情况。',
  },
  sure: { en: 'Are you sure?', zh: '确定吗？' },
  yes: { en: 'Yes', zh: '确定' },
  no: { en: 'No, go back', zh: '再想想' },
  choose: { en: 'Choose', zh: '请选择' },
  chosen: {
    en: (label: string) => `Chosen now: ${label}`,
    zh: (label: string) => `当前选择：${label}`,
  },
  search: { en: 'Type a piece of the name', zh: '输入姓名的一部分' },
  elsewhereToo: {
    en: (label: string) => `${label} (people who are not on Slack)`,
    zh: (label: string) => `${label}（不使用 Slack 的同事）`,
  },
  someone: { en: 'somebody', zh: '某位同事' },
  loading: { en: 'One moment, I am getting it ready…', zh: '请稍候，正在准备…' },
  close: { en: 'Close', zh: '关闭' },
  cancel: { en: 'Cancel', zh: '取消' },
  done: { en: 'Done.', zh: '好了。' },
  onward: { en: 'Continue', zh: '继续' },
  optional: { en: '(optional)', zh: '（选填）' },
  within: {
    en: (from: string, to: string) => `From ${from} to ${to}.`,
    zh: (from: string, to: string) => `${from} 到 ${to} 之间。`,
  },
  from: { en: (from: string) => `From ${from} on.`, zh: (from: string) => `不早于 ${from}。` },
  until: { en: (to: string) => `Until ${to}.`, zh: (to: string) => `不晚于 ${to}。` },
  draftGone: {
    en: 'This form stood open for so long that its first pages are gone. Please open it anew.',
    zh: '这份表单打开太久，前几页已失效，请重新打开。',
  },
  tooSlow: {
    en: 'That took me too long, so Slack would not open the form. Please press once more.',
    zh: '我反应慢了，Slack 没能打开表单，请再点一次。',
  },
  notOpened: {
    en: 'Slack did not open the form just now. Please press once more.',
    zh: 'Slack 刚才没能打开表单，请再点一次。',
  },
  notShown: {
    en: 'Slack did not let me show the answer. Type /perf to see how things stand.',
    zh: 'Slack 没让我显示结果。输入「/perf」查看最新情况。',
  },
  notOurs: {
    en: 'I can’t read that button. Type /perf to see what is open for you.',
    zh: '这个按钮我认不出来。输入「/perf」可以看到你的待办。',
  },
  elsewhere: {
    en: 'I only work with members of this workspace. Please ask its HR.',
    zh: '我只为本工作区的成员服务，请联系本公司 HR。',
  },
  notLetIn: {
    en: 'This workspace is not served here yet. Whoever runs growloop lets it in with SLACK_TEAMS.',
    zh: '这里还没有为本工作区开通服务。请管理 growloop 的人在 SLACK_TEAMS 中加入本工作区。',
  },
  trouble: {
    en: 'Something went wrong on my side. Nothing was changed; please try once more.',
    zh: '我这边出了点问题，什么都没有改动，请再试一次。',
  },
  picture: { en: 'Picture', zh: '图片' },
  welcome: { en: 'growloop is installed.', zh: 'growloop 已安装。' },
  welcomeNext: {
    en: 'Go back to Slack and type /perf. HR links people with /perf people import.',
    zh: '回到 Slack，输入「/perf」开始。HR 可用「/perf people import」导入人员。',
  },
  installWaits: {
    en: (team: string) =>
      `growloop is installed, but it serves another workspace. Whoever runs it lets this one in by adding ${team} to SLACK_TEAMS.`,
    zh: (team: string) =>
      `growloop 已安装，但它只为另一个工作区服务。请管理 growloop 的人在 SLACK_TEAMS 中加入 ${team}。`,
  },
  installElsewhere: {
    en: 'growloop was not installed: this workspace is not on its list. Whoever runs growloop adds it to SLACK_TEAMS; then install it again.',
    zh: '未安装 growloop：本工作区不在名单上。请管理 growloop 的人把它加入 SLACK_TEAMS，然后重新安装。',
  },
  installRefused: {
    en: 'growloop was not installed: the permission was not given. You can try again at any time.',
    zh: '未安装 growloop：没有获得授权。随时可以再试。',
  },
  installExpired: {
    en: 'This link is older than ten minutes or was opened in another browser. Please begin again.',
    zh: '这个链接已超过十分钟，或在另一个浏览器中打开。请重新开始。',
  },
  installFailed: {
    en: 'Slack did not accept the installation. Please begin again; if it happens twice, run npm run doctor.',
    zh: 'Slack 没有接受这次安装。请重新开始；如果再次失败，请运行「npm run doctor」。',
  },
  again: { en: 'Begin again', zh: '重新开始' },
});
