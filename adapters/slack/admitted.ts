/** Whether a delivery is for us: our app, a workspace where it is installed, and a person who belongs there. */
import type { Install } from './installs.ts';
import { Unwanted } from './receiver.ts';
import type { Parts } from './turn.ts';

export async function admitted(
  parts: Parts,
  tenant: string | undefined,
  appId: string | undefined,
): Promise<Install> {
  const install = tenant ? await parts.installs.of(tenant) : undefined;
  if (!install) throw new Unwanted('not installed there');
  if (appId && install.appId && appId !== install.appId) throw new Unwanted('another app');
  return install;
}

interface From {
  user: { id: string; team_id?: string | null | undefined };
  team?: { id: string } | null | undefined;
  enterprise?: { id: string } | null | undefined;
}

export type Away = 'elsewhere' | 'notLetIn';

/** Why nothing of this person's is looked at, if so: they get a sentence instead. */
export function turnedAway({ letIn }: Install, from?: From): Away | undefined {
  if (!letIn) return 'notLetIn';
  return from && isStranger(from) ? 'elsewhere' : undefined;
}

/** From another company, through a shared channel. Within one organisation people belong to several workspaces. */
const isStranger = ({ user, team, enterprise }: From): boolean =>
  !enterprise && !!user.team_id && !!team && user.team_id !== team.id;
