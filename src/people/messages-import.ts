/** What an import of people says. */
import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

const english: Record<string, string> = { slack: 'Slack', feishu: 'Feishu' };
const chinese: Record<string, string> = { slack: ' Slack ', feishu: '飞书' };
const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

export const sayImport = catalogue({
  help: { en: 'add and change people with a CSV file (HR)', zh: '用 CSV 文件导入和更新人员（HR）' },
  title: { en: 'Import people', zh: '导入人员' },
  how: {
    en: md`Send me a CSV file here, with the words **/perf people import**. I show you what it would change; nothing happens before you say so.`,
    zh: md`把 CSV 文件发给我，并附上 **/perf people import**。我会先给你看会改动什么，你确认之前什么都不会变。`,
  },
  howColumns: {
    en: (columns: string): Md =>
      md`One line a person, the first line names the columns: ${columns}. The e-mail says who is meant; the other columns may be missing and then stay as they are. Somebody new needs name, unit, title and hire date.`,
    zh: (columns: string): Md =>
      md`每人一行，第一行是列名：${columns}。系统按邮箱认人；其他列可以没有，没有就保持不变。新员工需要姓名、部门、职位和入职日期。`,
  },
  howLeavers: {
    en: md`Whoever is not in the file stays. People leave when their line has a last day.`,
    zh: md`文件里没有的人不会被移除；填了离职日期的人才会离职。`,
  },
  howSlack: {
    en: md`In Slack a command cannot carry a file: attach it to a message to me and write “perf people import” without the slash.`,
    zh: md`在 Slack 里命令不能带附件：请在发给我的消息里添加文件，正文写「perf people import」，不带斜杠。`,
  },
  syncHelp: { en: 'compare people with this workspace (HR)', zh: '与当前平台的通讯录比对（HR）' },
  syncing: {
    en: (platform: string) =>
      `I am looking at everybody in ${english[platform] ?? platform}. What changed comes as a preview.`,
    zh: (platform: string) => `正在读取${chinese[platform] ?? platform}通讯录，有变化会先给你预览。`,
  },
  syncTitle: {
    en: (platform: string) => `People in ${english[platform] ?? platform}`,
    zh: (platform: string) => `${chinese[platform] ?? platform}通讯录`,
  },
  syncSame: {
    en: md`Everybody is here as they stand there. There is nothing to change.`,
    zh: md`与通讯录一致，没有需要更新的。`,
  },
  syncNowhere: {
    en: 'There is no directory to compare with on the console. /perf people import takes a file.',
    zh: '控制台没有通讯录可比对。可以用「/perf people import」导入文件。',
  },
  welcomeTitle: { en: 'growloop is here, and you are HR', zh: 'growloop 已就绪，你是 HR' },
  welcome: {
    en: (platform: string, n: number): Md =>
      md`I know ${many(n, 'person', 'people')} from ${english[platform] ?? platform}. You run this workspace, so you are HR here until you name somebody else.`,
    zh: (platform: string, n: number): Md =>
      md`已从${chinese[platform] ?? platform}读入 ${n} 人。你管理这个工作区，所以先由你担任 HR，之后可以交给别人。`,
  },
  welcomeNext: {
    en: md`Next: units, titles, managers and hire dates with **/perf people import**, then **/perf kickoff**.`,
    zh: md`接下来：用 **/perf people import** 补齐部门、职位、上级和入职日期，再用 **/perf kickoff** 启动周期。`,
  },
  template: { en: 'Get a template', zh: '获取模板' },
  templateSent: {
    en: 'The template is in this chat. Its one line is you, as you stand now.',
    zh: '模板已发到这个聊天里，其中一行是你本人目前的信息。',
  },
  templateName: { en: 'people.csv', zh: '人员导入模板.csv' },
  oneFile: { en: 'Please send one file at a time.', zh: '请一次只发一个文件。' },
  tooBig: {
    en: 'The file is larger than 10 MB or has more than 200,000 lines. Please split it, for example by unit.',
    zh: '文件超过 10 MB，或多于 20 万行。请拆开导入，例如按部门拆分。',
  },
  empty: { en: 'The file is empty. Nothing was changed.', zh: '文件是空的，没有任何改动。' },
  onlyHeader: {
    en: 'The file has column names but no people. Nothing was changed.',
    zh: '文件里只有列名，没有人员，没有任何改动。',
  },
  excel: {
    en: 'This is an Excel workbook. Please save it as “CSV UTF-8” and send that file.',
    zh: '这是 Excel 工作簿。请另存为「CSV UTF-8」格式后再发给我。',
  },
  wrongType: {
    en: 'I can only read CSV files: plain text, one line a person. Please save the table as “CSV UTF-8”.',
    zh: '我只能读 CSV 文件：纯文本，每人一行。请把表格另存为「CSV UTF-8」。',
  },
  quotes: {
    en: (line: string) =>
      `The quotation marks do not match near line ${line}: one opens and never closes, or stands inside a cell without being doubled. Please correct it and send the file again.`,
    zh: (line: string) =>
      `第 ${line} 行附近的引号不成对：可能有引号没有闭合，或者单元格里的引号没有写成两个。请改好后重新发送。`,
  },
  noEmailColumn: {
    en: 'There is no column “E-mail”. It says who is meant; please add it and send the file again.',
    zh: '没有「邮箱」这一列。系统靠邮箱认人，请加上后重新发送。',
  },
  twiceInHeader: {
    en: (header: string) =>
      `Two columns mean the same: “${header}”. Please keep one and send the file again.`,
    zh: (header: string) => `有两列含义相同：「${header}」。请保留一列后重新发送。`,
  },
  reading: {
    en: (lines: number): Md =>
      md`I am comparing ${many(lines, 'line', 'lines')} with the people there are. That takes a moment; the preview comes right here.`,
    zh: (lines: number): Md => md`正在把 ${lines} 行与现有人员逐一比对，请稍等，结果就显示在这里。`,
  },
  previewTitle: { en: 'Import people: preview', zh: '导入人员：预览' },
  file: { en: 'File', zh: '文件' },
  added: { en: 'New', zh: '新增' },
  changed: { en: 'Changed', zh: '变更' },
  leaving: { en: 'Leaving', zh: '离职' },
  same: { en: 'Unchanged', zh: '不变' },
  wrong: { en: 'Lines with errors', zh: '有错误的行' },
  nothingYet: {
    en: md`Nothing has been changed yet. Whoever is not in the file stays as they are.`,
    zh: md`目前还没有任何改动。文件里没有的人保持不变。`,
  },
  goodRows: {
    en: (wrong: number): Md =>
      md`${bold(many(wrong, 'line has an error', 'lines have errors'))}. You can correct ${wrong === 1 ? 'it' : 'them'} and send the file again, or apply the good lines now; lines with errors are left out.`,
    zh: (wrong: number): Md =>
      md`${bold(`${wrong} 行有错误`)}。可以改好后重新发送，也可以先应用没有问题的行，有错误的行会跳过。`,
  },
  nothingToDo: {
    en: md`There is nothing to apply: everybody in the file is already as it says.`,
    zh: md`没有需要应用的内容：文件里的信息与现有信息一致。`,
  },
  noGoodRows: {
    en: md`No line can be applied as it is. Please correct the file and send it again.`,
    zh: md`没有可以应用的行。请修改文件后重新发送。`,
  },
  gb18030: {
    en: md`The file is not UTF-8; I read it as GB18030 (Excel in Chinese). If names look wrong, save it as “CSV UTF-8” and send it again.`,
    zh: md`文件不是 UTF-8 编码，我按 GB18030（中文 Excel）读取。如果姓名显示不对，请另存为「CSV UTF-8」后重新发送。`,
  },
  ignored: {
    en: (columns: string): Md => md`Columns I don’t know and left aside: ${columns}.`,
    zh: (columns: string): Md => md`不认识、已忽略的列：${columns}。`,
  },
  namesakes: {
    en: (names: string): Md =>
      md`New, but with a name that is already here: ${names}. If it is the same person with a new address, add the column “Former e-mail”.`,
    zh: (names: string): Md =>
      md`按新员工处理，但已有同名的人：${names}。如果是同一个人换了邮箱，请加上「原邮箱」一列。`,
  },
  orphaned: {
    en: (n: number): Md =>
      md`${many(n, 'person keeps', 'people keep')} a manager who leaves. Until they have a new one, the next one above acts.`,
    zh: (n: number): Md => md`有 ${n} 人的直线经理将离职。在指定新经理之前，由再上一级代为处理。`,
  },
  renewed: {
    en: md`People changed in the meantime, so nothing was applied. This is the preview as it stands now.`,
    zh: md`人员信息刚刚有变化，所以没有应用。这是最新的预览。`,
  },
  noHr: {
    en: 'This file would leave nobody with the role HR. Please give somebody the role “hr” in the file and send it again.',
    zh: '按这份文件，将没有任何人是 HR。请在文件里保留至少一位「hr」角色后重新发送。',
  },
  who: { en: 'Person', zh: '人员' },
  what: { en: 'What changes', zh: '变更内容' },
  line: { en: 'Line', zh: '行' },
  reason: { en: 'What is wrong', zh: '问题' },
  newPerson: {
    en: (unit: string, title: string) => `new: ${unit}, ${title}`,
    zh: (unit: string, title: string) => `新增：${unit}，${title}`,
  },
  becomes: {
    en: (column: string, from: string, to: string) => `${column}: ${from} → ${to}`,
    zh: (column: string, from: string, to: string) => `${column}：${from} → ${to}`,
  },
  between: { en: '; ', zh: '；' },
  and: { en: ', ', zh: '、' },
  pageOf: {
    en: (what: string, from: number, to: number, of: number): Md => md`${what}: ${from}–${to} of ${of}`,
    zh: (what: string, from: number, to: number, of: number): Md =>
      md`${what}：第 ${from}–${to} 项，共 ${of} 项`,
  },
  changes: { en: 'Changes', zh: '变更' },
  errors: { en: 'Errors', zh: '错误' },
  earlier: { en: (what: string) => `${what}: back`, zh: (what: string) => `${what}：上一页` },
  further: { en: (what: string) => `${what}: more`, zh: (what: string) => `${what}：下一页` },
  apply: { en: 'Apply', zh: '应用' },
  applyGood: { en: 'Apply the good rows', zh: '应用没有问题的行' },
  applyAsk: {
    en: (added: number, changed: number, leaving: number) =>
      `${added} new, ${changed} changed, ${leaving} leaving. Apply this?`,
    zh: (added: number, changed: number, leaving: number) =>
      `新增 ${added} 人，变更 ${changed} 人，离职 ${leaving} 人。确认应用吗？`,
  },
  discard: { en: 'Discard', zh: '放弃' },
  twiceTitle: { en: 'Import people: please look once more', zh: '导入人员：请再确认一次' },
  twice: {
    en: (moved: number, leaving: number, touched: number, active: number): Md =>
      md`This touches ${bold(`${touched} of ${active} people`)}, more than a tenth: ${moved} get another manager or none, ${leaving} leave. Their open cards move with them. Is the file complete and the right one?`,
    zh: (moved: number, leaving: number, touched: number, active: number): Md =>
      md`这会影响 ${bold(`${active} 人中的 ${touched} 人`)}，超过十分之一：${moved} 人更换或失去直线经理，${leaving} 人离职，他们的待办也会随之转移。请确认文件完整、没有发错。`,
  },
  twiceYes: { en: (n: number) => `Yes, all ${n}`, zh: (n: number) => `确认，共 ${n} 人` },
  applying: {
    en: md`Applying. This takes a moment; I report here.`,
    zh: md`正在应用，稍等片刻，完成后在这里告诉你。`,
  },
  appliedTitle: { en: 'Import people: done', zh: '导入人员：已完成' },
  applied: {
    en: (added: number, changed: number, leaving: number): Md =>
      md`${added} new, ${changed} changed, ${leaving} leaving. Running cycles follow by themselves: new managers take over open items, leavers are withdrawn after their last day.`,
    zh: (added: number, changed: number, leaving: number): Md =>
      md`新增 ${added} 人，变更 ${changed} 人，离职 ${leaving} 人。进行中的周期会自动跟进：新经理接手待办，离职的人在最后工作日之后退出。`,
  },
  appliedLeftOut: {
    en: (wrong: number): Md => md`${many(wrong, 'line was', 'lines were')} left out because of errors.`,
    zh: (wrong: number): Md => md`有 ${wrong} 行因为错误被跳过。`,
  },
  discardedTitle: { en: 'Import people: discarded', zh: '导入人员：已放弃' },
  discarded: {
    en: md`Nothing was changed, and what the file said is deleted.`,
    zh: md`没有任何改动，文件内容也已删除。`,
  },
  overAlready: { en: 'This import is already over.', zh: '这次导入已经结束了。' },
  onlySender: {
    en: 'Only the one who sent the file, while they are HR, can do this.',
    zh: '只有发送文件的 HR 本人可以操作。',
  },
});
