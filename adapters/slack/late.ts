/**
 * A form whose answer takes longer than Slack waits: its window says so in time, and shows the answer when it is there.
 * What was not accepted comes back as it was sent, since what waits has no fields.
 */
import { md } from '../../src/core/md.ts';
import { type Place, speak } from './answers.ts';
import { type Draw, type Json, section } from './blocks.ts';
import type { Submitted } from './drafts.ts';
import { loadingView, sentenceView } from './forms.ts';
import { say } from './messages.ts';
import { textObjects } from './mrkdwn.ts';
import { ackWithinMs, type Parts, pause, sorryOf, type Turn } from './turn.ts';

export interface Answer {
  /** For the ack: errors, another view, or the end. */
  answer: Json;
  /** Once Slack has it. */
  after?: () => Promise<void>;
}

const titleOf = ({ view }: Submitted) => view.title?.text ?? 'growloop';

/** The ack has to be there first, or it would put “one moment” over the answer. */
const ackTakesMs = 500;

export async function inTime(
  parts: Parts,
  body: Submitted,
  place: Place,
  turn: Turn,
  run: Promise<Answer>,
): Promise<void> {
  const settled = run.then(
    () => true,
    () => true,
  );
  if (await Promise.race([settled, pause(ackWithinMs - turn.spent())])) {
    const { answer, after } = await run;
    await turn.ack(answer);
    if (after) turn.after(after);
    return;
  }
  await turn.ack({
    response_action: 'update',
    view: loadingView(titleOf(body), parts.drawing.language(place)),
  });
  turn.after(() => shownLate(parts, body, place, run));
}

async function shownLate(parts: Parts, body: Submitted, place: Place, run: Promise<Answer>): Promise<void> {
  const [came] = await Promise.all([
    run.catch((error: unknown): Answer => {
      parts.log.error({ err: (error as Error)?.message }, 'a form was not taken');
      return { answer: { trouble: sorryOf(error) ?? '' } };
    }),
    pause(ackTakesMs),
  ]);
  const draw = await parts.drawing.draw(place, 'view');
  try {
    const view = lateView(body, came.answer, draw) as never;
    await parts.clients.call(place.tenant, 'views.update', (client) =>
      client.views.update({ view_id: body.view.id, view }),
    );
  } catch (e) {
    parts.log.warn({ err: (e as Error).message }, 'a window did not show its answer');
    // Closed meanwhile: whoever closes it does not wait for what it would say, unless it was not taken.
    const refused = 'errors' in came.answer || 'trouble' in came.answer;
    if (refused || !/not_found/.test((e as Error).message))
      await speak(parts, place, say(draw.locale).notShown);
  }
  await came.after?.();
}

function lateView(body: Submitted, answer: Json, draw: Draw): Json {
  if (answer.response_action === 'update') return answer.view as Json;
  if ('errors' in answer) return asSent(body, answer.errors as Record<string, string>, draw);
  if ('trouble' in answer)
    return asSent(body, { '': String(answer.trouble || say(draw.locale).trouble) }, draw);
  return sentenceView(titleOf(body), say(draw.locale).done, draw);
}

type Sent = Submitted['view'];
type Input = Sent['blocks'][number];

const wrongId = 'wrong.';

/** The form again, with what was typed in it, and each error above its field; an error of no field stands on top. */
function asSent({ view }: Submitted, errors: Readonly<Record<string, string>>, draw: Draw): Json {
  const error = (text: string | undefined, at: number): Json[] =>
    text
      ? textObjects(md`⚠️ ${text}`, draw).map((words, i) => ({
          ...section(words),
          block_id: `${wrongId}${at}.${i}`,
        }))
      : [];
  const blocks = view.blocks.filter(({ block_id: id = '' }) => !id.startsWith(wrongId));
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: view.title,
    ...(view.submit && { submit: view.submit }),
    ...(view.close && { close: view.close }),
    blocks: [
      ...error(errors[''], 0),
      ...blocks.flatMap((block, i) => [...error(errors[block.block_id ?? '-'], i + 1), typedIn(block, view)]),
    ],
  };
}

interface Element extends Json {
  action_id?: string;
  options?: { value?: string }[];
  option_groups?: { options?: { value?: string }[] }[];
}

const choicesIn = ({ options = [], option_groups: groups = [] }: Element) => [
  ...options,
  ...groups.flatMap((group) => group.options ?? []),
];

type Given = NonNullable<Sent['state']>['values'][string][string];

function initialOf(given: Given, element: Element): Json {
  const all = choicesIn(element);
  const chosen = (given.selected_options ?? []).flatMap(
    ({ value }) => all.find((o) => o.value === value) ?? [],
  );
  return {
    initial_value: String(given.value ?? ''),
    initial_option: all.find((o) => o.value === given.selected_option?.value),
    initial_options: chosen,
    initial_date: given.selected_date,
    initial_user: given.selected_user,
    initial_users: given.selected_users,
  };
}

const isThere = ([, value]: [string, unknown]) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Slack keeps what was typed only while the fields stand there. */
function typedIn(block: Input, { state }: Sent): Json {
  const element = block.element as Element | undefined;
  const given = state?.values[block.block_id ?? '']?.[element?.action_id ?? ''];
  if (block.type !== 'input' || !element || !given) return block;
  const bare = Object.entries(element).filter(([key]) => !key.startsWith('initial_'));
  const initial = Object.entries(initialOf(given, element)).filter(isThere);
  return { ...block, element: Object.fromEntries([...bare, ...initial]) };
}
