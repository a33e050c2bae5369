/** A desk on which Ann opens one form after the other. */
import type { Connection } from 'mongoose';
import type { Card, Form, Reply } from '../../../src/core/card.ts';
import type { Inbound } from '../../../src/core/platform.ts';
import { drawCard } from '../../kit/fake-feishu/draw.ts';
import type { FeishuUser } from '../../kit/fake-feishu/someone.ts';
import type { NewUser } from '../../kit/fake-feishu/state.ts';
import { type Desk, type DeskOptions, desk } from './desk.ts';

export type Submit = Inbound & { kind: 'submit' };

export interface FormDesk {
  d: Desk;
  /** What reached the core since the form was opened. */
  submits: Submit[];
  /** What the core says to them. */
  judge: (e: Submit) => Reply | Promise<Reply>;
  ann(): FeishuUser;
  /** Ann's last card, as she sees it. */
  seen(): string;
  /** A card with one button, which opens this. */
  opens(form: Form): Promise<void>;
}

export const goalCard: Card = {
  title: 'Your goal',
  blocks: [{ type: 'actions', items: [{ label: 'Write', token: 'goals.write {}' }] }],
};

export const form = (fields: Form['fields'], more: Partial<Form> = {}): Form => ({
  title: 'Write it',
  submit: 'Send',
  token: 'goals.save {"g":1}',
  fields,
  ...more,
});

export async function formDesk(
  connection: Connection,
  others: NewUser[] = [],
  options: DeskOptions = {},
): Promise<FormDesk> {
  const people = [{ name: 'Ann', openId: 'ou_ann' }, { name: 'Bo Chen', openId: 'ou_bo' }, ...others];
  const d = await desk(connection, { people, ...options });
  let n = 0;
  const self: FormDesk = {
    d,
    submits: [],
    judge: () => ({}),
    ann: () => d.feishu.as('ou_ann'),
    seen: () => drawCard(self.ann().messages().at(-1)?.card ?? {}, 'en_us'),
    async opens(asked) {
      n += 1;
      self.submits = [];
      self.judge = () => ({ toast: 'Saved.' });
      d.bot.answer = (e) => {
        if (e.kind !== 'submit') return e.kind === 'press' ? { open: asked } : {};
        self.submits.push(e);
        return self.judge(e);
      };
      await d.adapter.send(await d.adapter.direct('ou_ann', 'tenant1'), goalCard, `form${n}`);
      await self.ann().clicks('Write');
    },
  };
  return self;
}
