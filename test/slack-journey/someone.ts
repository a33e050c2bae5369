/** The verbs of the journeys, done at Slack's window. */
import type { Card, Form, Reply } from '../../src/core/card.ts';
import { say } from '../../src/core/messages.ts';
import { accountOf } from '../kit/fake-slack/company.ts';
import type { Found } from '../kit/fake-slack/finding.ts';
import { seen } from '../kit/fake-slack/ledger.ts';
import type { ManualTime } from '../kit/fake-slack/time.ts';
import type { User } from '../kit/fake-slack/user.ts';
import type { Someone } from '../kit/world.ts';
import { fillPage, forgedForm, forgedPress, metadataOf } from './hands.ts';
import type { SlackWorld } from './slack-world.ts';

const mostPages = 12;

interface Raw {
  kind: string;
  token?: string;
  value?: string;
  values?: Record<string, unknown>;
  text?: string;
}

export function onSlack(w: SlackWorld, person: string, time: ManualTime): Someone {
  const user: User = w.slack.user(accountOf(person));
  let last: Reply = {};

  /** Whatever the core answered while this ran; then everything that became due. */
  async function done(run: () => Promise<unknown>): Promise<Reply> {
    await time.moveTo(w.clock.now().getTime());
    const before = new Set(w.heard.answered.keys());
    const troubles = w.slack.ledger.troubles.length;
    await run();
    await w.quiet();
    const trouble = w.slack.ledger.troubles[troubles];
    if (trouble) throw new Error(`${person}: ${trouble.user}: ${trouble.what}`);
    last = {};
    const own = w.heard.events.filter((e) => e.from === user.id && !before.has(e.id));
    for (const e of own) last = w.heard.answered.get(e.id) ?? last;
    await w.bot.settle();
    return last;
  }

  const closeAll = async () => {
    while (user.modal()) await user.closes();
  };

  /** In sight now, or on a further page of what is in sight. */
  async function inSight(look: () => Found | undefined): Promise<Found | undefined> {
    for (let n = 0; n < mostPages; n += 1) {
      const found = look();
      if (found) return found;
      const next = user.look.next();
      if (!next) return undefined;
      await done(() => user.presses(next));
    }
    return undefined;
  }

  async function presses(label: string, on?: string): Promise<Reply> {
    const open = on === undefined ? user.look.labelled(label, { where: 'modal' }) : undefined;
    if (!open) await closeAll();
    const found = open ?? (await inSight(() => user.look.labelled(label, { title: on, where: 'messages' })));
    const other = found ?? user.look.labelled(label, { title: on, where: 'home' });
    if (!other)
      throw new Error(
        `${person} sees no button “${label}”${on ? ` on “${on}”` : ''}:\n${user.sees().slice(-3000)}`,
      );
    w.found.real += 1;
    return done(() => user.presses(other));
  }

  /** What was typed in a conversation is answered by a button where a form is to open. */
  async function typed(text: string): Promise<Reply> {
    const seenBefore = user.messages().length;
    await done(() => user.says(text));
    const member = w.slack.state.workspaces.get(user.team)?.members.get(user.id);
    const label = say(member?.locale.startsWith('zh') ? 'zh' : 'en').openForm;
    const found = user.look.labelled(label, { where: 'messages' });
    const fresh = found?.message && user.messages().indexOf(found.message) >= seenBefore;
    return fresh && found ? done(() => user.presses(found)) : last;
  }

  /** Page by page, until the core has it or something is not accepted. */
  async function submits(values: Record<string, unknown>, form?: Form): Promise<Reply> {
    for (let page = 0; page < mostPages; page += 1) {
      const open = user.modal();
      if (!open) throw new Error(`no form is open for ${person}`);
      const before = w.heard.events.length;
      const hash = open.hash;
      await fillPage(w, open, values, form ?? last.open ?? currentForm());
      await done(() => user.submits());
      if (w.heard.events.slice(before).some((e) => e.kind === 'submit')) return last;
      if (user.modal()?.hash === hash)
        throw new Error(`the form of ${person} does not go on:\n${user.seesModal()}`);
    }
    throw new Error(`the form of ${person} has no end`);
  }

  /** The form that was opened last, whatever was answered since. */
  function currentForm(): Form | undefined {
    const own = w.heard.events.filter((e) => e.from === user.id).toReversed();
    return own.map((e) => w.heard.answered.get(e.id)?.open).find((open) => open !== undefined);
  }

  async function pressToken(token: string, value: string | undefined): Promise<Reply> {
    await closeAll();
    const found = user.look.carrying(token, value);
    if (found) {
      w.found.real += 1;
      return done(() => user.presses(found));
    }
    w.found.forged.push(token);
    const forged = forgedPress(w, user, token, value);
    const reply = await done(() => user.presses(forged));
    if (forged.message) forged.message.deleted = true;
    return reply;
  }

  async function sendForm(token: string, values: Record<string, unknown>): Promise<Reply> {
    const open = user.modal();
    if (open && metadataOf(open)?.token === token) return submits(values);
    await closeAll();
    w.found.forged.push(token);
    forgedForm(w, user, token, values);
    const reply = await done(() => user.submits());
    await closeAll();
    return reply;
  }

  const send = (raw: Raw): Promise<Reply> => {
    if (raw.kind === 'press') return pressToken(raw.token ?? '', raw.value);
    if (raw.kind === 'submit') return sendForm(raw.token ?? '', raw.values ?? {});
    if (raw.kind === 'command') return done(() => user.types(`/perf ${raw.text ?? ''}`));
    throw new Error(`nobody sends “${raw.kind}” by hand`);
  };

  const self: Someone = {
    types: async (text) => {
      await closeAll();
      return text.startsWith('/') ? done(() => user.types(text)) : typed(text);
    },
    says: async (text, how = {}) => {
      await closeAll();
      const edits = how.edits;
      if (edits !== undefined) return done(() => user.edits(edits, text));
      return done(() => user.says(text, how.replyTo ? { thread: how.replyTo } : {}));
    },
    presses,
    submits,
    sends: (event) => send(event as Raw),
    async home() {
      await closeAll();
      await done(async () => {
        const published = w.slack.calls('views.publish').length;
        await user.opensHome();
        await w.happens(() => w.slack.calls('views.publish').length > published);
      });
      const own = w.heard.events.findLast((e) => e.kind === 'home' && e.from === user.id);
      const card = own && w.heard.answered.get(own.id)?.card;
      if (!card) throw new Error('home has no card');
      return card as Card;
    },
    sees: () => seen(w.slack.core, user),
    messages: () => {
      throw new Error('what people see on Slack is text: sees()');
    },
    form() {
      const form = last.open ?? currentForm();
      if (!form) throw new Error(`no form was opened; the answer was ${JSON.stringify(last)}`);
      return form;
    },
    reply: () => last,
  };
  return self;
}
