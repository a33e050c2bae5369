/** What Slack does with the app's answer to a command, a press or a form. */
import { ApiError } from './api.ts';
import type { Core } from './core.ts';
import type { Came } from './deliver.ts';
import { option } from './elements.ts';
import { content } from './methods-chat.ts';
import { judged, makeView, pushView, putView, stackOf } from './methods-views.ts';
import type { Doing } from './payloads.ts';
import { isObject, type Look, list } from './shape.ts';
import type { Json, ViewState } from './state.ts';
import { answer } from './urls.ts';

const trouble = (core: Core, { user }: Doing, what: string): void =>
  void core.ledger.troubles.push({ user, what });

/** Why the person reads that something went wrong, if they do. */
function failure(came: Came): string | undefined {
  if ('failed' in came) return came.failed === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
  return came.status === 200 ? undefined : `status ${came.status}`;
}

export function afterCommand(core: Core, of: Doing, channel: string, came: Came) {
  const failed = failure(came);
  if (failed) return trouble(core, of, `/perf failed with the error “${failed}”`);
  if ('failed' in came || came.text === '') return;
  const args: Json = came.body ?? { text: came.text };
  guarded(core, of, () => {
    const { version, warnings } = content(core, args);
    core.ledger.warnings.push(...warnings);
    answer(core, { user: of.user, channel }, version, String(args.response_type ?? 'ephemeral'));
    core.changed();
  });
}

export function afterAction(core: Core, of: Doing, came: Came): void {
  const failed = failure(came);
  if (failed) trouble(core, of, `a press was answered with ${failed}`);
}

/** Options that the app offers while somebody types; Slack shows none of them where one is not well made. */
export function afterSuggestion(core: Core, of: Doing, came: Came): Json[] {
  const failed = failure(came);
  const options = 'failed' in came ? undefined : came.body?.options;
  if (!failed && Array.isArray(options)) {
    const look: Look = { surface: 'modal', issues: [] };
    list(option, 100, 0)(options, '/options', look);
    if (look.issues.length === 0) return options;
  }
  trouble(core, of, `a search was answered with ${failed ?? JSON.stringify(options).slice(0, 500)}`);
  return [];
}

export function afterSubmission(core: Core, of: Doing, open: ViewState, came: Came) {
  const failed = failure(came);
  if (failed || 'failed' in came) return trouble(core, of, `a form was answered with ${failed}`);
  const stack = stackOf(core, of.team, of.user);
  const does = isObject(came.body) ? came.body : {};
  const deed = deeds[String(does.response_action ?? 'close')];
  if (!deed) return trouble(core, of, `a form was answered with ${JSON.stringify(does).slice(0, 200)}`);
  guarded(core, of, () => deed({ core, of, open, stack, does }));
  core.changed();
}

function guarded(core: Core, of: Doing, run: () => void): void {
  try {
    run();
  } catch (e) {
    if (!(e instanceof ApiError)) throw e;
    trouble(core, of, `${e.message} ${JSON.stringify(e.extra)}`);
  }
}

interface After {
  core: Core;
  of: Doing;
  open: ViewState;
  stack: ViewState[];
  does: Json;
}

const inputsOf = (v: ViewState): string[] =>
  ((v.view.blocks ?? []) as Json[]).filter((b) => b.type === 'input').map((b) => String(b.block_id));

const deeds: Record<string, (a: After) => void> = {
  close: ({ stack, open }) => {
    const at = stack.indexOf(open);
    if (at >= 0) stack.splice(at, 1);
  },
  clear: ({ stack }) => void stack.splice(0),
  errors({ core, of, open, does }) {
    const errors = isObject(does.errors) ? does.errors : {};
    const known = inputsOf(open);
    const strange = Object.keys(errors).filter((block) => !known.includes(block));
    // Slack then shows nothing but “We had some trouble connecting”.
    if (strange.length > 0 || Object.keys(errors).length === 0)
      return trouble(core, of, `errors for what is no input: ${strange.join(', ')}`);
    open.errors = Object.fromEntries(Object.entries(errors).map(([block, error]) => [block, String(error)]));
  },
  update: ({ core, open, does }) => putView(core, open, judged(does.view, 'modal')),
  push({ core, of, stack, does }) {
    pushView(core, stack, makeView(core, judged(does.view, 'modal'), { ...of, type: 'modal' }));
  },
};
