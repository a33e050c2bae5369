/** Forms that are sent. The answer of the bot goes back in the ack: errors beside the fields, the next form, or the last words. */
import type { Reply } from '../../src/core/card.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { admitted, turnedAway } from './admitted.ts';
import { cardView, firstView, type Place } from './answers.ts';
import type { Json } from './blocks.ts';
import { beside, type Sent, type Submitted, saved, turnedTo, update } from './drafts.ts';
import { type Draft, formCallback, isLast, type Metadata, readMetadata, sentenceView } from './forms.ts';
import type { Homes } from './homes.ts';
import { keyOf, released } from './kept.ts';
import { type Answer, inTime } from './late.ts';
import { receiptAt } from './looking.ts';
import { say } from './messages.ts';
import { submitted, tenantOf } from './payload.ts';
import { type Handler, handler } from './receiver.ts';
import { arrived, type Parts } from './turn.ts';
import { valuesOf } from './values.ts';

const clear: Json = { response_action: 'clear' };
const titleOf = ({ view }: Submitted) => view.title?.text ?? 'growloop';

const tenantIn = ({ is_enterprise_install: org, enterprise, view, team, user }: Submitted) =>
  tenantOf(org, enterprise?.id, view.app_installed_team_id, team?.id, user.team_id);

async function draftOf({ kept }: Parts, { draft }: Metadata): Promise<Draft | undefined> {
  const text = draft ? await kept.get(draft) : undefined;
  return text ? (JSON.parse(text) as Draft) : undefined;
}

/** All that was sent, now and on earlier pages; nothing when the earlier ones are no more. */
async function readSent(
  parts: Parts,
  given: Pick<Sent, 'place' | 'body' | 'meta' | 'draw'>,
): Promise<Sent | undefined> {
  const { place, body, meta } = given;
  const [token, draft] = [await released(parts.kept, meta.token), await draftOf(parts, meta)];
  if (!token || (meta.draft && !draft)) return undefined;
  const own = await valuesOf(body.view.state ?? { values: {} }, {
    kept: parts.kept,
    tenant: place.tenant,
    personIds: (accounts) => parts.ports.personIds({ platform: 'slack', tenant: place.tenant }, accounts),
  });
  const values = { ...draft?.values, ...own };
  return { ...given, token, values, ...(draft && { draft: { form: draft.form, values } }) };
}

/** Keeps what was said so far; the next page, while there is one. */
async function nextPage(parts: Parts, { place, meta, draft }: Sent): Promise<Json | undefined> {
  if (!draft) return undefined;
  const draw = await parts.drawing.draw(place, 'view', { form: draft.form });
  await saved(parts, meta.draft ?? '', draft, draw);
  return isLast(draft.form, meta.page, draw)
    ? undefined
    : turnedTo(parts, draft, { ...meta, page: meta.page + 1 }, draw);
}

async function answerOf(parts: Parts, sent: Sent, reply: Reply): Promise<Json> {
  const { errors, open, card, toast } = reply;
  const { place, body, draw } = sent;
  if (errors && Object.keys(errors).length > 0) return beside(parts, sent, errors);
  const [first] = Object.keys(sent.values);
  if (reply.refused && toast && first) return beside(parts, sent, { [first]: toast });
  if (open) return update(await firstView(parts, place, open));
  if (card && !place.on) return update(await cardView(parts, place, card));
  return toast ? update(sentenceView(titleOf(body), toast, draw)) : clear;
}

/** Once Slack has the answer: the card that the form was opened from, and Home. */
async function follows(
  { parts, homes }: Desk,
  { place, meta }: Sent,
  e: Inbound,
  { card, errors }: Reply,
): Promise<void> {
  const { on, tenant, account } = place;
  // Not acked, the outbox sends it as an edit when it may.
  if (card && on && parts.clients.isBlocked(tenant)) return;
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

interface Desk {
  parts: Parts;
  homes: Homes;
}

const mostRefused = 10_000;

const isRefused = ({ errors, refused }: Reply) => refused === true || Object.keys(errors ?? {}).length > 0;

/**
 * Slack leaves the hash as it is when fields were refused, so what was sent belongs to the id. The core answers an event
 * once and for all; after a refusal the same words are another try, as the obstacle may be gone. A delivery that comes
 * twice is none: its trigger is the same.
 */
function tryOf({ refusals }: Parts, base: string, trigger: string | undefined) {
  const before = refusals.get(base);
  const nth = before === undefined ? 0 : before.trigger === trigger ? before.nth : before.nth + 1;
  return {
    id: nth === 0 ? base : keyOf(base, String(nth)),
    refused() {
      if (refusals.size >= mostRefused) refusals.clear();
      refusals.set(base, { nth, trigger });
    },
  };
}

async function whole(desk: Desk, sent: Sent): Promise<Answer> {
  const { place, body, values, token } = sent;
  const { tenant, account, on, trigger } = place;
  const base = keyOf('submit', tenant, account, body.view.id, body.view.hash ?? '', JSON.stringify(values));
  const { id, refused } = tryOf(desk.parts, base, trigger);
  const e: Inbound = {
    ...arrived(id, desk.parts.ports.now(), account, tenant, on?.at.channel ?? account),
    kind: 'submit',
    token,
    values,
    ...(on && { on }),
  };
  const reply = await desk.parts.bot().receive(e);
  if (isRefused(reply)) refused();
  return { answer: await answerOf(desk.parts, sent, reply), after: () => follows(desk, sent, e, reply) };
}

function placeOf(body: Submitted, tenant: string, { on }: Metadata): Place {
  const [channel, ts] = on ?? [];
  const place = { tenant, account: body.user.id, trigger: body.trigger_id };
  return channel && ts ? { ...place, on: receiptAt(tenant, channel, ts) } : place;
}

interface Come {
  body: Submitted;
  place: Place;
  meta: Metadata;
}

async function taken(desk: Desk, { body, place, meta }: Come): Promise<Answer> {
  const { parts } = desk;
  const install = await admitted(parts, place.tenant, body.api_app_id);
  const draw = await parts.drawing.draw(place, 'view');
  const words = (text: string): Answer => ({ answer: update(sentenceView(titleOf(body), text, draw)) });
  const away = turnedAway(install, body);
  if (away) return words(say(draw.locale)[away]);
  const sent = await readSent(parts, { place, body, meta, draw });
  if (!sent) return words(say(draw.locale).draftGone);
  const next = await nextPage(parts, sent);
  return next ? { answer: update(next) } : whole(desk, sent);
}

export function submits(parts: Parts, homes: Homes): Handler {
  return handler(submitted, async (body, turn) => {
    const tenant = tenantIn(body);
    const meta = readMetadata(body.view.private_metadata);
    if (!tenant || body.view.callback_id !== formCallback || !meta) {
      await admitted(parts, tenant, body.api_app_id);
      return turn.ack(clear);
    }
    const place = placeOf(body, tenant, meta);
    await inTime(parts, body, place, turn, taken({ parts, homes }, { body, place, meta }));
  });
}

/** A window that was closed by its cross: nothing was sent, so nothing is to be done. */
export const closed = (): Handler => handler(submitted, (_, turn) => turn.ack());
