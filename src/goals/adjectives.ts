/** Words that describe without saying what: a title made of nothing else is not specific. */

interface Words {
  /** What is left of a word when the listed ones are taken out of it. */
  take(word: string): string;
}

function list(english: string, chinese: string): Words {
  const whole = new Set(english.trim().split(/\s+/));
  const longestFirst = chinese
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);
  const parts = new RegExp(longestFirst.join('|'), 'gu');
  return {
    take: (word) => (whole.has(word) ? '' : word.replace(parts, '')),
  };
}

export const ADJECTIVES = list(
  `good better best great excellent outstanding perfect strong stronger strongest high higher highest
   low lower lowest fast faster fastest quick quicker quickest big bigger biggest large larger largest
   efficient effective productive proactive active positive professional responsible reliable diligent
   innovative creative agile flexible smart successful world-class first-class high-quality quality-oriented
   customer-centric customer-oriented results-driven new improved nice happy friendly`,
  `良好 好 更好 最好 优秀 卓越 出色 完美 强 强大 高 高效 高质量 高品质 高水平 低 快 快速 迅速 大 有效 积极 主动
   专业 负责 认真 努力 勤奋 可靠 创新 敏捷 灵活 成功 一流 世界级 先进 优质 全面 持续 稳定 满意 友好 新`,
);

export const FILLERS = list(
  `a an the and or but be become being been is are was get getting stay keep remain do make more most much
   very really too so even always as than at in on of to for with we i my our us it everything all every way`,
  `更 更加 最 很 非常 十分 特别 极其 越来越 的 地 得 和 与 及 且 并 又 也 做到 做 变得 变 成为 保持 要 是 我 我们 加`,
);
