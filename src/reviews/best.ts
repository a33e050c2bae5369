/** Does a comment only praise or blame? Then it helps little: BEST asks for the behaviour and its effect. A hint, never a bar. */

const judging = new Set(
  `great good excellent amazing awesome perfect fantastic wonderful brilliant outstanding super nice best better wow
  bad poor terrible awful worst horrible weak lazy disappointing useless mediocre fine ok okay reliable helpful friendly
  professional smart talented dedicated hardworking positive negative
  job work working worker colleague teammate player team person guy attitude performance effort keep it up well done
  thanks thank you a an the is are was were be been being am i we he she they his her their your my our me him them us
  so very really too quite always never just all ever not no and or but of to in at with for on as this that what how
  continue please more improve should could would can do does did doing like go going lot much way overall everything
  nothing keeps stay same`.split(/\s+/),
);

const judgingZh = [
  ...[
    '工作态度',
    '认真负责',
    '非常',
    '特别',
    '十分',
    '很棒',
    '优秀',
    '出色',
    '完美',
    '厉害',
    '不错',
    '很好',
    '挺好',
    '一般',
  ],
  ...[
    '努力',
    '认真',
    '负责',
    '积极',
    '主动',
    '靠谱',
    '给力',
    '专业',
    '能力',
    '态度',
    '表现',
    '工作',
    '同事',
    '配合',
    '沟通',
  ],
  ...[
    '太差',
    '很差',
    '不行',
    '糟糕',
    '懒散',
    '懒',
    '差劲',
    '需要',
    '希望',
    '继续',
    '保持',
    '加油',
    '改进',
    '提升',
    '提高',
    '加强',
    '注意',
  ],
  ...[
    '点赞',
    '感谢',
    '谢谢',
    '辛苦',
    '大家',
    '他',
    '她',
    '你',
    '我',
    '的',
    '了',
    '很',
    '太',
    '都',
    '也',
    '和',
    '人',
    '好',
    '强',
    '高',
    '差',
    '是',
    '有',
  ],
].sort((a, b) => b.length - a.length);

/** Less than this is left when the judging words are gone: nobody did anything in it. */
const least = 3;

/** True for "Great job!" and 「很棒，继续努力」, false as soon as somebody does something. */
export function onlyJudges(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain.match(/[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)?/gu) ?? [];
  const meant = words.filter((word) => !judging.has(word)).length;
  const han =
    judgingZh.reduce((rest, word) => rest.split(word).join(''), plain).match(/\p{Script=Han}/gu) ?? [];
  return meant + han.length / 2 < least;
}
