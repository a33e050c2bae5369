/** The verbs of the journeys, done by hands on Feishu. */
import type { Form, Reply } from '../../src/core/card.ts';
import { say } from '../../src/core/messages.ts';
import { people } from '../../src/people/model.ts';
import type { Json } from '../kit/fake-feishu/checks.ts';
import { words } from '../kit/fake-feishu/draw.ts';
import { type Clicked, type Control, interact } from '../kit/fake-feishu/hands.ts';
import type { FeishuUser } from '../kit/fake-feishu/someone.ts';
import { addMessage, type Message, p2pOf } from '../kit/fake-feishu/state.ts';
import type { Someone } from '../kit/world.ts';
import type { FeishuWorld } from './feishu-world.ts';
import { filledIn, sendValue } from './filling.ts';

type Fits = (element: Json) => boolean;

const callbackValue = (element: Json): Json => {
  const behaviors = Array.isArray(element.behaviors) ? (element.behaviors as Json[]) : [];
  return (behaviors.find((b) => b.type === 'callback')?.value as Json | undefined) ?? {};
};
const options = (element: Json): Json[] =>
  Array.isArray(element.options) ? (element.options as Json[]) : [];
const isPicker = (e: Json) => e.tag === 'select_static' || e.tag === 'overflow';

export function onFeishu(w: FeishuWorld, person: string): Someone {
  const hands: FeishuUser = w.feishu.as(w.account(person));
  const user = w.feishu.state.users.get(hands.openId);
  const language = user?.language ?? 'en_us';
  const openForm = say(language === 'zh_cn' ? 'zh' : 'en').openForm;
  let last: Reply = {};

  /** Whatever the core answered while this ran; then everything that became due. */
  async function done<R>(run: () => Promise<R>): Promise<R> {
    const before = new Set(w.answered.keys());
    const result = await run();
    last = {};
    for (const [id, reply] of w.answered) {
      if (before.has(id)) continue;
      last = reply;
      // The answer is with the client: what the adapter reports a moment later is known already.
      await w.bot.acked({ id } as never);
    }
    await w.bot.settle();
    return result;
  }

  const failed = ({ error, fault, missing }: Clicked, what: string): void => {
    if (error !== undefined) throw new Error(`${person}, ${what}: Feishu shows ${error} ${fault ?? ''}`);
    if (missing) throw new Error(`${person}, ${what}: the client asks for ${missing.join(', ')}`);
  };

  const textOf = (e: Json) => words(e.text, language);
  const optionNamed = (e: Json, label: string) => options(e).find((o) => words(o.text, language) === label);

  /** On the page that is open, or on the next ones. */
  async function reach(fits: Fits, on?: string): Promise<Control | undefined> {
    for (let turned = 0; turned < 10; turned += 1) {
      const control = hands.find(fits, on);
      if (control) return control;
      const next = hands.find((e) => Number(callbackValue(e).g ?? -1) > turned, on);
      if (!next) return undefined;
      failed(await hands.presses(next), 'turning a page');
    }
    return undefined;
  }

  async function click(control: Control, what: string, more: Json = {}): Promise<Reply> {
    failed(await done(() => hands.presses(control, {}, more)), what);
    return last;
  }

  async function typed(text: string): Promise<Reply> {
    const seen = hands.messages().length;
    const pushed = await done(() => hands.says(text));
    if (!pushed?.delivered) throw new Error(`${person} said “${text}”: ${JSON.stringify(pushed?.tries)}`);
    const button = hands.find((e) => e.tag === 'button' && textOf(e) === openForm);
    if (button && hands.messages().indexOf(button.message) >= seen) return click(button, text);
    return last;
  }

  let spare: Message | undefined;
  const isExpired = (m: Message) => w.clock.now().getTime() - m.createdAt > 13 * 86_400_000;
  /** What no card of theirs shows is pressed on a card of its own, so that nothing else is replaced by its answer. */
  const forge = async (value: Json, action: Json, what: string): Promise<Reply> => {
    if (!user) throw new Error(`nobody is ${person}`);
    const { state, push } = w.feishu;
    const card = { schema: '2.0', config: { update_multi: true }, body: { elements: [] } };
    const chat = p2pOf(state, user.openId).id;
    if (spare && isExpired(spare)) spare = undefined;
    spare ??= addMessage(state, { chat, from: 'bot', type: 'interactive', content: '', card });
    const pressed = await done(() =>
      interact({ state, push, user, beside: false }, spare as Message, { tag: 'button', value, ...action }),
    );
    failed(pressed, what);
    w.found.forged.push(what);
    return last;
  };

  async function pressToken(token: string, value: string | undefined): Promise<Reply> {
    const control = await reach(
      (e) =>
        callbackValue(e).t === token && (value === undefined || options(e).some((o) => o.value === value)),
    );
    // On a card of two weeks ago the client lets nobody press any more.
    if (!control || isExpired(control.message))
      return forge({ t: token }, value === undefined ? {} : { tag: 'select_static', option: value }, token);
    w.found.real += 1;
    return click(control, token, value === undefined ? {} : { option: value });
  }

  /** Part by part, with more room and searched names, as Feishu lets one. */
  async function fill(values: Record<string, unknown>, token?: string): Promise<Reply> {
    const isSend: Fits = (e) =>
      e.form_action_type === 'submit' &&
      typeof callbackValue(e).s === 'string' &&
      (!token || callbackValue(e).s === token) &&
      callbackValue(e).more === undefined &&
      callbackValue(e).to !== 'prev';
    const persons = new Map((await w.inside(() => people.find({}))).map((p) => [p._id, p.name]));
    for (let part = 0; part < 20; part += 1) {
      const control = hands.find(isSend);
      if (!control?.form) throw new Error(`no form is open for ${person}`);
      const before = w.answered.size;
      const name = (id: string) => persons.get(id) ?? id;
      const given = filledIn(control.form, values, { account: w.account, name });
      failed(await done(() => hands.presses(control, given)), 'sending a form');
      if (w.answered.size > before) return last;
    }
    throw new Error(`the form of ${person} has no end`);
  }

  const self: Someone = {
    types: (text) => typed(text.startsWith('/perf') || text.startsWith('绩效') ? text : `/perf ${text}`),
    says: (text) => typed(text),
    async presses(label, on) {
      const fits: Fits = (e) =>
        (e.tag === 'button' && textOf(e) === label && !e.form_action_type) ||
        (isPicker(e) && optionNamed(e, label) !== undefined);
      const control = await reach(fits, on);
      if (!control)
        throw new Error(
          `${person} sees no “${label}”${on ? ` on “${on}”` : ''}:\n${hands.sees().slice(-3000)}`,
        );
      const option =
        control.element.tag === 'button' ? undefined : optionNamed(control.element, label)?.value;
      return click(control, label, option === undefined ? {} : { option });
    },
    submits: (values) => fill(values),
    async sends(event) {
      const e = event as {
        kind: string;
        token?: string;
        value?: string;
        text?: string;
        values?: Record<string, unknown>;
      };
      if (e.kind === 'press') return pressToken(e.token ?? '', e.value);
      if (e.kind !== 'submit') return typed(`/perf ${e.text ?? ''}`.trim());
      const open = hands.find((x) => callbackValue(x).s === e.token);
      if (open) {
        w.found.real += 1;
        return fill(e.values ?? {}, e.token);
      }
      return forge(
        { s: e.token, to: 'send' },
        { name: 'send', form_value: sendValue(e.values ?? {}) },
        String(e.token),
      );
    },
    async home() {
      await typed('/perf');
      return { title: 'home', blocks: [] };
    },
    sees: () => hands.sees(),
    messages: () => [],
    form(): Form {
      if (!last.open)
        throw new Error(`no form was opened for ${person}; the answer was ${JSON.stringify(last)}`);
      return last.open;
    },
    reply: () => last,
  };
  return self;
}
