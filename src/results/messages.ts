import { catalogue } from '../core/i18n.ts';

/** Answers to a press or a command, and refusals. */
export const say = catalogue({
  help: { en: 'your result, or that of somebody in your team', zh: '查看自己或团队成员的绩效结果' },
  helpRelease: { en: 'gives the results out', zh: '发布绩效结果' },
  helpVerify: { en: 'says whether a printed record is genuine', zh: '验证打印存档的真伪' },
  helpHistory: { en: 'your own results over the cycles', zh: '你的绩效档案' },
  onlyReaders: {
    en: 'A result is read by the person, their manager and the one above, and HR.',
    zh: '绩效结果只有本人、直线经理、上级经理和人力资源可以查看。',
  },
  onlyManager: {
    en: 'This is for the person’s own manager.',
    zh: '只有本人的直线经理可以操作。',
  },
  onlyHr: { en: 'Results are released by HR.', zh: '绩效结果由人力资源发布。' },
  onlySigners: {
    en: 'A release is signed off by an executive or the head of HR.',
    zh: '发布须由高层或人力资源负责人签批。',
  },
  notYourself: { en: 'Nobody does this for themselves.', zh: '不能对自己操作。' },
  notYourOwnAsk: {
    en: 'You asked for this release, so somebody else signs it off.',
    zh: '发布是你发起的，须由另一个人签批。',
  },
  nobodySigns: {
    en: 'Nobody can sign this off: there is no executive or head of HR besides you.',
    zh: '没有可以签批的人：除你之外没有高层或人力资源负责人。',
  },
  noResult: {
    en: 'There is no result to read yet. It comes to you as soon as it is released.',
    zh: '还没有可查看的结果，发布后会马上发给你。',
  },
  noResultOf: {
    en: (name: string) => `${name} has no released result yet.`,
    zh: (name: string) => `${name} 还没有已发布的结果。`,
  },
  noTeam: {
    en: 'Nobody who reports to you has a released result.',
    zh: '你的下属还没有已发布的结果。',
  },
  newerVersion: {
    en: 'There is a newer version of this result. Here it is.',
    zh: '这份结果有了新的版本，请看最新的。',
  },
  alreadyRead: { en: 'You acknowledged it already.', zh: '你已经签收过了。' },
  acknowledged: {
    en: 'Noted: you have read it. An appeal stays open all the same.',
    zh: '已签收。申诉的权利不受影响。',
  },
  commentKept: { en: 'Your comment is kept.', zh: '留言已保存。' },
  movedOn: {
    en: 'This has moved on since. Here is how it stands.',
    zh: '情况已经有变化，这是最新状态。',
  },
  wasSigned: {
    en: (who: string, when: string) => `Already signed off: ${who}, ${when}.`,
    zh: (who: string, when: string) => `${who} 已于 ${when} 签批。`,
  },
  wasDeclined: {
    en: (who: string, when: string) => `Already answered with “not yet”: ${who}, ${when}.`,
    zh: (who: string, when: string) => `${who} 已于 ${when} 退回。`,
  },
  notSigned: {
    en: 'It has to be signed off by a second person first.',
    zh: '须先由另一个人签批。',
  },
  nobodyReady: {
    en: 'Nobody is ready to get a result. The card says what is missing.',
    zh: '目前没有可以发布的结果，卡片上写明了缺少什么。',
  },
  noCycle: {
    en: 'No cycle is running in which results could be released.',
    zh: '没有正在进行、可以发布结果的周期。',
  },
  cycleNotRunning: {
    en: 'This cycle is not running: nothing can be released now.',
    zh: '周期没有在进行中，现在不能发布。',
  },
  noSuchUnit: {
    en: (unit: string, known: string) => `There is no unit “${unit}” in the cycle. There are: ${known}.`,
    zh: (unit: string, known: string) => `周期中没有「${unit}」这个部门。现有：${known}。`,
  },
  asked: {
    en: (names: string) => `Sent to ${names}. I will write as soon as it is signed off.`,
    zh: (names: string) => `已发给${names}，签批后我会通知你。`,
  },
  signed: { en: 'Signed off.', zh: '已签批。' },
  declined: { en: 'Sent back with your words.', zh: '已退回，并附上你的说明。' },
  giving: {
    en: 'The results are on their way. The card shows how far.',
    zh: '正在发布，进度见卡片。',
  },
  dropped: { en: 'Put aside. Nobody was written to.', zh: '已取消，没有通知任何人。' },
  notReady: {
    en: (name: string) => `The result of ${name} is not ready: not approved or not calibrated yet.`,
    zh: (name: string) => `${name} 的结果还没有就绪：尚未批准或校准。`,
  },
  notCovered: {
    en: (name: string) =>
      `The result of ${name} is not covered by a sign-off. HR can ask for one with /perf release.`,
    zh: (name: string) => `${name} 的结果还没有签批，人力资源可以用「/perf release」发起。`,
  },
  alreadyOut: {
    en: (name: string) => `${name} has the result already.`,
    zh: (name: string) => `${name} 已经收到结果。`,
  },
  talkFirst: {
    en: (name: string) =>
      `Please talk with ${name} first, and choose “We have talked” for them. Then you can give the result.`,
    zh: (name: string) => `请先与 ${name} 面谈，并在「已面谈」里确认，然后才能发布结果。`,
  },
  talkNoted: {
    en: (name: string) => `Noted. You can give ${name} the result now.`,
    zh: (name: string) => `已记下，现在可以把结果发布给 ${name} 了。`,
  },
  byHr: {
    en: 'In this cycle HR releases the results for everybody.',
    zh: '本周期的结果由人力资源统一发布。',
  },
  givenTo: {
    en: (name: string) => `${name} has the result now.`,
    zh: (name: string) => `已发布给 ${name}。`,
  },
  wordsKept: {
    en: 'Kept. It goes out with the result; until then only you see it.',
    zh: '已保存，随结果一起发布，在此之前只有你能看到。',
  },
  wordsLate: {
    en: 'The result was given out already; what it says does not change any more.',
    zh: '结果已经发布，内容不再更改。',
  },
  nobodyToWrite: {
    en: 'There is nobody to write for: nothing is approved, or everything was given out.',
    zh: '目前没有需要填写的人：还没有批准的评分，或者都已发布。',
  },
  needed: { en: 'Please write a few words.', zh: '请写几句话。' },
  tooLong: { en: 'At most 2,000 characters, please.', zh: '最多 2000 字。' },
  together: {
    en: 'A cause and a measure belong together: please write both, or neither.',
    zh: '原因和改进措施请一起填写，或者都不填。',
  },
  recordComes: { en: 'The record is on its way to you.', zh: '存档文件马上发给你。' },
  fileComes: { en: 'The file is on its way to you.', zh: '文件马上发给你。' },
  codeNeeded: {
    en: 'Please give the code that stands on the record: /perf verify XXXX-XXXX-XXXX-XXXX.',
    zh: '请附上存档上的验证码，例如：/perf verify XXXX-XXXX-XXXX-XXXX。',
  },
  unknownCode: {
    en: 'No record has this code. Please compare it with the paper: letters and digits, 16 in all.',
    zh: '没有对应的存档。请与纸面核对：共 16 位字母和数字。',
  },
});
