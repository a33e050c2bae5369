/** Forms that are sent. The answer of the bot goes back in the ack: errors beside the fields, the next form, or the last words. */
import type { z } from 'zod';
import type { Reply } from '../../src/core/card.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { admitted, isStranger } from './admitted.ts';
import { cardView, firstView, type Place } from './answers.ts';
import type { Draw, Json } from './blocks.ts';
import { fieldIn } from './fields.ts';
import {
  type Draft,
  formCallback,
  formView,
  isLast,
  type Metadata,
  pageWith,
  readMetadata,
  sentenceView,
} from './forms.ts';
import type { Homes } from './homes.ts';
import { keyOf, released } from './kept.ts';
import { say } from './messages.ts';
import { submitted, tenantOf } from './payload.ts';
import { type Handler, handler } from './receiver.ts';
import { receiptAt } from './send.ts';
import { arrived, type Parts, type Turn } from './turn.ts';
import { type Values, valuesOf } from './values.ts';

type Submitted = z.infer<typeof submitted>;

interface Sent {
  place: Place;
  body: Submitted;
  meta: Metadata;
  draw: Draw;
  draft?: Draft;
  values: Values;
}

const update = (view: Json): Json => ({ response_action: 'update', view });
const clear: Json = { response_action: 'clear' };
const draftDays = 2;

export function submits(parts: Parts, homes: Homes): Handler {
  async function take(body: Submitted, turn: Turn): Promise<void> {
    const { view, user } = body;
    const tenant = tenantOf(
      body.is_enterprise_install,
      body.enterprise?.id,
      view.app_installed_team_id,
      body.team?.id,
      user.team_id,
    );
    await admitted(parts, tenant, body.api_app_id);
    const meta = readMetadata(view.private_metadata);
    if (view.callback_id !== formCallback || !meta) return turn.ack(clear);
    const place: Place = { tenant: tenant as string, account: user.id, trigger: body.trigger_id };
    const draw = await parts.drawing.draw(place, 'view');
    const title = view.title?.text ?? 'growloop';
    if (isStranger(body)) return turn.ack(update(sentenceView(title, say(draw.locale).elsewhere, draw)));
    const token = await released(parts.kept, meta.token);
    const draft = await draftOf(meta);
    if (!token || (meta.draft && !draft))
      return turn.ack(update(sentenceView(title, say(draw.locale).draftGone, draw)));
    const own = await valuesOf(view.state ?? { values: {} }, {
      kept: parts.kept,
      tenant: place.tenant,
      personIds: (accounts) => parts.ports.personIds({ platform: 'slack', tenant: place.tenant }, accounts),
    });
    const sent: Sent = { place, body, meta, draw, values: { ...draft?.values, ...own } };
    if (draft) sent.draft = { form: draft.form, values: sent.values };
    if (sent.draft && (await turnedOn(sent, sent.draft, turn))) return;
    await whole(sent, token, turn);
  }

  async function draftOf({ draft }: Metadata): Promise<Draft | undefined> {
    const kept = draft ? await parts.kept.get(draft) : undefined;
    return kept ? (JSON.parse(kept) as Draft) : undefined;
  }

  /** Keeps what was said so far; shows the next page while there is one. */
  async function turnedOn({ place, meta }: Sent, draft: Draft, turn: Turn): Promise<boolean> {
    const draw = await parts.drawing.draw(place, 'view', { form: draft.form });
    await parts.kept.put(
      [{ id: meta.draft ?? '', subject: draw.subject, text: JSON.stringify(draft) }],
      draftDays,
    );
    if (isLast(draft.form, meta.page, draw)) return false;
    await turn.ack(update(await pageView(draft, { ...meta, page: meta.page + 1 }, draw)));
    return true;
  }

  async function pageView(
    draft: Draft,
    { token: _, ...place }: Metadata & { troubles?: string[] },
    draw: Draw,
  ): Promise<Json> {
    const view = formView(draft, place, draw);
    await parts.drawing.keep(draw);
    return view;
  }

  async function whole(sent: Sent, token: string, turn: Turn): Promise<void> {
    const { place, body, meta, values } = sent;
    const [channel, ts] = meta.on ?? [];
    const on = channel && ts ? receiptAt(place.tenant, channel, ts) : undefined;
    // Slack leaves the hash as it is when fields were refused, so what was sent belongs to the id.
    const { id: viewId, hash = '' } = body.view;
    const id = keyOf('submit', place.tenant, place.account, viewId, hash, JSON.stringify(values));
    const e: Inbound = {
      ...arrived(id, parts.ports.now(), place.account, place.tenant, channel ?? place.account),
      kind: 'submit',
      token,
      values,
      ...(on && { on }),
    };
    const reply = await parts.bot().receive(e);
    const at: Place = on ? { ...place, on } : place;
    await turn.ack(await answerOf({ ...sent, place: at }, reply));
    turn.then(() => afterwards(at, meta, e, reply));
  }

  async function afterwards(
    place: Place,
    meta: Metadata,
    e: Inbound,
    { card, errors }: Reply,
  ): Promise<void> {
    const { on, tenant, account } = place;
    if (card && on) {
      const page = await parts.drawing.page(place, 'message', card);
      await parts.clients.call(tenant, 'chat.update', (client) =>
        client.chat.update({
          channel: on.at.channel,
          ts: on.messageId,
          text: page.text,
          blocks: page.blocks as never,
        }),
      );
    }
    parts.bot().acked(e);
    if (meta.home && !errors) await homes.refresh(tenant, account);
  }

  async function answerOf(sent: Sent, { errors, open, card, toast }: Reply): Promise<Json> {
    const { place, body, draw } = sent;
    if (errors && Object.keys(errors).length > 0) return beside(sent, errors);
    if (open) return update(await firstView(parts, place, open));
    if (card && !place.on) return update(await cardView(parts, place, card));
    return toast ? update(sentenceView(body.view.title?.text ?? 'growloop', toast, draw)) : clear;
  }

  /** Beside the field, where it stands in this view; else its page is shown again, with the sentence above. */
  async function beside({ place, body, meta, draft }: Sent, errors: Record<string, string>): Promise<Json> {
    const inputs = body.view.blocks.filter((block) => block.type === 'input' && block.block_id);
    const here = new Map(inputs.map(({ block_id: id = '' }) => [fieldIn(id) ?? id, id]));
    const named = Object.entries(errors).filter(([name]) => here.has(name));
    const missing = Object.entries(errors).filter(([name]) => !here.has(name));
    const first = missing[0];
    if (first && draft) {
      const draw = await parts.drawing.draw(place, 'view', { form: draft.form });
      const troubles = missing.map(
        ([name, text]) => `${draft.form.fields.find((f) => f.name === name)?.label ?? ''}: ${text}`,
      );
      return update(
        await pageView(draft, { ...meta, page: pageWith(draft.form, first[0], draw), troubles }, draw),
      );
    }
    const all = Object.fromEntries(named.map(([name, text]) => [here.get(name) ?? name, text]));
    const last = [...here.values()].at(-1);
    if (first && last) all[last] ??= missing.map(([, text]) => text).join(' ');
    return { response_action: 'errors', errors: all };
  }

  return handler(submitted, take);
}

/** A window that was closed by its cross: nothing was sent, so nothing is to be done. */
export const closed = (): Handler => handler(submitted, (_, turn) => turn.ack());
