/**
 * Which of the workspaces that installed the app are served. Anybody can open the installation's page, and whoever runs a
 * workspace says which addresses its members have; so a workspace that nobody vouched for links no accounts and reads no
 * names. Vouched for are those of SLACK_TEAMS, else the one that came first, for good.
 */
import { type Collections, duplicate } from './model.ts';

export interface Asking {
  tenant: string;
  /** The organisation that the workspace belongs to. */
  enterprise?: string | undefined;
}

export interface Gate {
  /** Somebody wrote down who may come in. */
  listed: boolean;
  letsIn(who: Asking): Promise<boolean>;
}

const firstId = 'first';

export function gateOf(
  { installs, gate }: Pick<Collections, 'installs' | 'gate'>,
  teams: readonly string[],
): Gate {
  let first: string | undefined;

  /** Noted once, so that nobody moves up when it goes. */
  async function found(): Promise<string | undefined> {
    const noted = await gate.findOne({ _id: firstId });
    if (noted) return noted.tenant;
    const [oldest] = await installs.find({}).sort({ at: 1 }).limit(1).toArray();
    if (!oldest) return undefined;
    try {
      await gate.insertOne({ _id: firstId, tenant: oldest._id });
      return oldest._id;
    } catch (e) {
      if (!duplicate(e)) throw e;
      return (await gate.findOne({ _id: firstId }))?.tenant;
    }
  }

  return {
    listed: teams.length > 0,
    async letsIn({ tenant, enterprise }) {
      if (teams.length === 0) first ??= await found();
      const open = teams.length > 0 ? teams : [first];
      return open.includes(tenant) || (enterprise !== undefined && open.includes(enterprise));
    },
  };
}
