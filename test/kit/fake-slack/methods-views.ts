/** Modals and Home: triggers that count once and for three seconds, a stack of three, hashes against races. */
import { createHash } from 'node:crypto';
import { type ApiCall, complaints, jsonArg, type Method, no, textArg, tier } from './api.ts';
import { judgeView } from './blocks.ts';
import type { Core, Trigger } from './core.ts';
import { viewJson, withIds } from './json.ts';
import { isObject } from './shape.ts';
import { type Json, memberOf, personKey, type ViewState } from './state.ts';
import { initialValues } from './values.ts';

const triggerMs = 3000;
const deepest = 3;

export function judged(view: unknown, type: 'modal' | 'home'): Json {
  const { issues, tooLarge } = judgeView(view, type);
  if (tooLarge) no('view_too_large');
  if (issues.length > 0 || !isObject(view)) return complaints('invalid_arguments', issues);
  return view;
}

function spend({ core, args, team }: ApiCall): Trigger {
  const id = textArg(args, 'trigger_id');
  const trigger = core.triggers.get(id);
  if (!trigger || trigger.team !== team) return no('invalid_trigger_id');
  if (trigger.used) return no('exchanged_trigger_id');
  if (core.state.time.now() - trigger.at > triggerMs) return no('expired_trigger_id');
  trigger.used = true;
  return trigger;
}

/** Of what it shows and when: the same window has the same, whatever stood there before. */
const hashOf = (core: Core, id: string, view: Json): string =>
  `${Math.floor(core.state.time.now() / 1000)}.${createHash('sha256')
    .update(`${id} ${JSON.stringify(view)}`)
    .digest('hex')
    .slice(0, 8)}`;

export function makeView(
  core: Core,
  view: Json,
  of: { team: string; user: string; type: 'modal' | 'home' },
): ViewState {
  const id = core.state.id('V');
  const blocks = withIds(Array.isArray(view.blocks) ? (view.blocks as Json[]) : []);
  return {
    ...of,
    id,
    hash: hashOf(core, id, view),
    root: id,
    previous: null,
    externalId: String(view.external_id ?? ''),
    view: { ...view, blocks },
    values: initialValues(blocks),
    offered: {},
    errors: {},
    updates: 0,
  };
}

export const stackOf = (core: Core, team: string, user: string): ViewState[] => {
  const key = personKey(team, user);
  const stack = core.state.modals.get(key) ?? [];
  core.state.modals.set(key, stack);
  return stack;
};

export function pushView(core: Core, stack: ViewState[], made: ViewState): void {
  if (stack.length >= deepest) no('push_limit_reached');
  made.root = stack[0]?.root ?? made.id;
  made.previous = stack.at(-1)?.id ?? null;
  stack.push(made);
  core.changed();
}

/** What was typed stays where block and action keep their ids. */
export function putView(core: Core, v: ViewState, view: Json): void {
  const blocks = withIds(Array.isArray(view.blocks) ? (view.blocks as Json[]) : []);
  const fresh = initialValues(blocks);
  for (const [block, actions] of Object.entries(fresh))
    for (const action of Object.keys(actions)) {
      const typed = v.values[block]?.[action];
      if (typed && typed.type === actions[action]?.type) actions[action] = typed;
    }
  v.view = { ...view, blocks };
  v.values = fresh;
  v.errors = {};
  v.hash = hashOf(core, v.id, view);
  v.updates += 1;
  core.changed();
}

const open: Method['run'] = (call) => {
  const view = judged(jsonArg(call.args, 'view'), 'modal');
  const { user } = spend(call);
  const made = makeView(call.core, view, { team: call.team, user, type: 'modal' });
  const stack = stackOf(call.core, call.team, user);
  stack.length = 0;
  pushView(call.core, stack, made);
  return { view: viewJson(call.core, made) };
};

const push: Method['run'] = (call) => {
  const view = judged(jsonArg(call.args, 'view'), 'modal');
  const { user } = spend(call);
  const stack = stackOf(call.core, call.team, user);
  if (stack.length === 0) no('not_found');
  const made = makeView(call.core, view, { team: call.team, user, type: 'modal' });
  pushView(call.core, stack, made);
  return { view: viewJson(call.core, made) };
};

const update: Method['run'] = ({ core, args, team }) => {
  const view = judged(jsonArg(args, 'view'), 'modal');
  const open = [...core.state.modals.values()].flat().filter((v) => v.team === team);
  const found = args.view_id
    ? open.find((v) => v.id === args.view_id)
    : open.find((v) => v.externalId !== '' && v.externalId === args.external_id);
  if (!found) return no('not_found');
  if (args.hash !== undefined && args.hash !== found.hash) return no('hash_conflict');
  putView(core, found, view);
  return { view: viewJson(core, found) };
};

const publish: Method['run'] = ({ core, args, team }) => {
  const user = textArg(args, 'user_id');
  const member = memberOf(core.state, user);
  if (member?.team !== team) return no('user_not_found');
  if (member.deleted) return no('not_enabled');
  const view = judged(jsonArg(args, 'view'), 'home');
  const key = personKey(team, user);
  const before = core.state.homes.get(key);
  if (args.hash !== undefined && before && args.hash !== before.hash) return no('hash_conflict');
  if (before) putView(core, before, view);
  const made = before ?? makeView(core, view, { team, user, type: 'home' });
  core.state.homes.set(key, made);
  core.changed();
  return { view: viewJson(core, made) };
};

export const views: Record<string, Method> = {
  'views.open': { perMinute: tier.four, run: open },
  'views.push': { perMinute: tier.four, run: push },
  'views.update': { perMinute: tier.four, run: update },
  'views.publish': { perMinute: tier.four, run: publish },
};
