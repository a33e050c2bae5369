/** What the five levels look like in behaviour, per dimension: the same words on every card that rates. */
import { catalogue, type Locale } from '../core/i18n.ts';

export const anchor = catalogue({
  level1: { en: 'Needs improvement', zh: '待改进' },
  level2: { en: 'Partly met', zh: '部分达成' },
  level3: { en: 'Met', zh: '达成' },
  level4: { en: 'Exceeded', zh: '超出' },
  level5: { en: 'Outstanding', zh: '卓越' },
  none: { en: 'Can’t judge', zh: '无法评价' },
  noneHint: {
    en: 'Better than a guess: it simply does not count.',
    zh: '比猜一个更好，这一项不计入。',
  },

  results: { en: 'Gets results', zh: '工作成果' },
  results1: {
    en: 'Most of what was agreed did not come about, and others learned of it late.',
    zh: '约定的事多数没有完成，别人也很晚才知道。',
  },
  results2: {
    en: 'Part of it was done; deadlines moved more than once.',
    zh: '完成了一部分，时间不止一次往后推。',
  },
  results3: {
    en: 'Did what was agreed, in time and so that others could build on it.',
    zh: '按时做完约定的事，别人可以放心接着做。',
  },
  results4: {
    en: 'Did more than was agreed, or the same with clearly less.',
    zh: '比约定的做得更多，或者用明显更少的投入做到。',
  },
  results5: {
    en: 'Changed what we think is possible; others now work this way.',
    zh: '刷新了大家的预期，别人开始照着这样做。',
  },

  competencies: { en: 'Knows the craft', zh: '专业能力' },
  competencies1: {
    en: 'Needs help with everyday tasks; mistakes come back.',
    zh: '日常工作也需要别人帮忙，同样的错误会再出现。',
  },
  competencies2: {
    en: 'Manages the usual, gets stuck when something is new.',
    zh: '常规工作能应付，遇到新情况会卡住。',
  },
  competencies3: {
    en: 'Solves what the role brings, asks early, learns from errors.',
    zh: '能解决本岗位的问题，有疑问尽早提，会从错误中学习。',
  },
  competencies4: {
    en: 'Solves what others bring, too, and explains how.',
    zh: '也能解决别人带来的问题，并讲清楚怎么做。',
  },
  competencies5: {
    en: 'Sets the standard: others seek the advice and get better by it.',
    zh: '是大家的标杆，别人来请教，也因此变得更强。',
  },

  collaboration: { en: 'Works well with others', zh: '协作配合' },
  collaboration1: {
    en: 'Information has to be asked for; promises to others are not kept.',
    zh: '信息要别人追着要，答应的事没有兑现。',
  },
  collaboration2: {
    en: 'Helps when asked twice; disagreements stay unspoken.',
    zh: '催了才帮忙，有分歧也不说。',
  },
  collaboration3: {
    en: 'Shares what others need, keeps promises, says openly what does not work.',
    zh: '主动分享别人需要的信息，说到做到，有问题直说。',
  },
  collaboration4: {
    en: 'Sees where another team gets stuck and helps before being asked.',
    zh: '能看到其他团队卡在哪里，不等开口就去帮。',
  },
  collaboration5: {
    en: 'Brings people together who did not find a way, and it lasts.',
    zh: '能把谈不拢的人拉到一起，而且效果持久。',
  },

  teamDevelopment: { en: 'Develops the team', zh: '下属绩效提升' },
  teamDevelopment1: {
    en: 'One hardly ever talks; feedback comes only when something went wrong.',
    zh: '几乎不沟通，出了问题才有反馈。',
  },
  teamDevelopment2: {
    en: 'Talks take place, but little follows from them.',
    zh: '有沟通，但后续没什么变化。',
  },
  teamDevelopment3: {
    en: 'Agrees clear goals, talks regularly, helps when something is in the way.',
    zh: '目标讲得清楚，定期沟通，遇到障碍会帮忙。',
  },
  teamDevelopment4: {
    en: 'People take on more than before, and know what they are good at.',
    zh: '团队成员承担得比以前多，也清楚自己的长处。',
  },
  teamDevelopment5: {
    en: 'People grow visibly; others want to join this team.',
    zh: '成员成长看得见，别人也想加入这个团队。',
  },

  behaviour: { en: 'Lives our values', zh: '行为表现' },
  behaviour1: {
    en: 'Acts against what we agreed on, also after it was brought up.',
    zh: '做法违背共同约定，提醒之后也没有改。',
  },
  behaviour2: {
    en: 'Keeps to it when it is easy, less under pressure.',
    zh: '平时能做到，有压力时就做不到。',
  },
  behaviour3: {
    en: 'Acts fairly and reliably, also when nobody looks.',
    zh: '处事公平可靠，没人看着也一样。',
  },
  behaviour4: {
    en: 'Speaks up for it when others let it slide.',
    zh: '别人松懈时会站出来提醒。',
  },
  behaviour5: {
    en: 'Is whom one names when asked what our values mean.',
    zh: '说起我们的价值观，大家会先想到这个人。',
  },

  general1: { en: 'Clearly below what the role asks for.', zh: '明显低于岗位要求。' },
  general2: { en: 'Meets part of what the role asks for.', zh: '达到岗位要求的一部分。' },
  general3: { en: 'Meets what the role asks for.', zh: '达到岗位要求。' },
  general4: { en: 'Does more than the role asks for.', zh: '超过岗位要求。' },
  general5: { en: 'Sets an example for others.', zh: '可以作为他人的榜样。' },
});

const known = ['results', 'competencies', 'collaboration', 'teamDevelopment', 'behaviour'] as const;
type Known = (typeof known)[number];
type LevelNumber = '1' | '2' | '3' | '4' | '5';
const isKnown = (name: string): name is Known => (known as readonly string[]).includes(name);

/** A dimension that only this scheme has goes by its own name. */
export const dimensionName = (l: Locale, name: string): string => (isKnown(name) ? anchor(l)[name] : name);

export const levelName = (l: Locale, level: LevelNumber): string => anchor(l)[`level${level}`];

/** What this level looks like in this dimension. */
export const anchorOf = (l: Locale, name: string, level: LevelNumber): string =>
  anchor(l)[`${isKnown(name) ? name : 'general'}${level}`];
