/** The list of failures, the notice to a manager, and the audit. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { type Locale, listWords } from '../core/i18n.ts';
import { type Md, md, person } from '../core/md.ts';
import { close, reroute, retry, showAudit, showFailures } from './actions.ts';
import { say, sayReason, sayTopic } from './messages.ts';
import { sayAudit } from './messages-audit.ts';
import type { Failure } from './rules.ts';

export const failuresAPage = 6;

type Named = Failure & { name: string };

function topics(l: Locale, keys: readonly string[]): string {
  const words = sayTopic(l) as Readonly<Record<string, string>>;
  const named = keys.map((key) => (Object.hasOwn(words, key) && words[key]) || sayTopic(l).other);
  return listWords(l, [...new Set(named)]);
}

function failureBlocks(f: Named, { locale }: View): Block[] {
  const words = say(locale);
  const args = { to: f.to, subject: f.subject, reason: f.reason };
  const isJob = f.to === 'job';
  const what = (isJob ? words.jobsAbout : words.messagesAbout)(f.n, topics(locale, f.topics));
  const again: Button = {
    label: words.retry,
    token: retry.token(args),
    confirm: (isJob ? words.rerun : words.retryConfirm)(f.n),
  };
  const other: Button = {
    label: words.reroute,
    token: reroute.token(args),
    confirm: words.rerouteConfirm(f.name),
  };
  const done: Button = { label: words.close, token: close.token(args), confirm: words.closeConfirm(f.n) };
  const text = words.failure(isJob ? words.jobWho : f.name, what, sayReason(locale)[f.reason], f.since);
  return [
    { type: 'text', text },
    { type: 'actions', items: f.to === 'person' ? [again, other, done] : [again, done] },
  ];
}

/** `page` from 0; one that is no more shows the last there is. */
export const failuresCard =
  (all: readonly Named[], page: number): Draw =>
  (view) => {
    const words = say(view.locale);
    const title = words.failuresTitle;
    if (all.length === 0) return { title, tone: 'good', blocks: [{ type: 'text', text: words.allArrived }] };
    const last = Math.floor((all.length - 1) / failuresAPage);
    const at = Math.min(page, last);
    const shown = all.slice(at * failuresAPage, (at + 1) * failuresAPage);
    const turn = (label: string, to: number): Button => ({ label, token: showFailures.token({ page: to }) });
    const pager = [
      ...(at > 0 ? [turn(words.before, at - 1)] : []),
      ...(at < last ? [turn(words.next, at + 1)] : []),
    ];
    return {
      title,
      tone: 'attention',
      blocks: [
        { type: 'note', text: words.failuresIntro },
        ...shown.flatMap((f) => failureBlocks(f, view)),
        ...pagerBlock(pager),
      ],
    };
  };

const pagerBlock = (items: Button[]): Block[] => (items.length > 0 ? [{ type: 'actions', items }] : []);

/** For the manager of somebody whom no message reaches: that it is so, and nothing of what it says. */
export const noticeCard =
  (who: string): Draw =>
  ({ locale }) => ({
    title: say(locale).noticeTitle,
    tone: 'attention',
    blocks: [{ type: 'text', text: say(locale).notice(md`${person(who)}`) }],
  });

/** HR's part of Home; nothing when nothing failed. */
export function homeBlocks(messages: number, jobs: number, { locale }: View): Block[] {
  if (messages + jobs === 0) return [];
  const words = say(locale);
  const texts = [messages > 0 && words.homeFailures(messages), jobs > 0 && words.homeJobs(jobs)];
  return [
    ...texts.filter((text): text is Md => Boolean(text)).map((text): Block => ({ type: 'text', text })),
    { type: 'actions', items: [{ label: words.look, token: showFailures.token({ page: 0 }) }] },
  ];
}

export interface AuditPage {
  about: string;
  /** Of the person or cycle; absent for one's own and for all. */
  name?: string;
  lines: { at: Date; sentence: (l: Locale) => Md }[];
  page: number;
  more: boolean;
}

export const auditCard =
  (a: AuditPage): Draw =>
  ({ locale }) => {
    const words = sayAudit(locale);
    const own = a.about === '' ? words.titleAll : words.titleOwn;
    const turn = (label: string, page: number): Button => ({
      label,
      token: showAudit.token({ about: a.about, page }),
    });
    const pager = [
      ...(a.page > 0 ? [turn(say(locale).newer, a.page - 1)] : []),
      ...(a.more ? [turn(say(locale).older, a.page + 1)] : []),
    ];
    const lines = a.lines.map(
      ({ at, sentence }): Block => ({ type: 'text', text: words.line(at, sentence(locale)) }),
    );
    return {
      title: a.name === undefined ? own : words.titleOf(a.name),
      blocks: [
        { type: 'note', text: a.page > 0 ? md`${words.page(a.page + 1)}` : words.intro },
        ...(lines.length > 0 ? lines : [{ type: 'text' as const, text: words.none }]),
        ...pagerBlock(pager),
      ],
    };
  };
