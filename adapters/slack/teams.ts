/** In an organisation's installation some things belong to one of its workspaces, which then has to be named. */
import type { Client, Clients } from './clients.ts';
import type { Install } from './installs.ts';

type Call = <T>(method: string, run: (client: Client) => Promise<T>) => Promise<T>;

export const callsIn =
  (clients: Clients, tenant: string): Call =>
  (method, run) =>
    clients.call(tenant, method, run);

/** Every workspace of the organisation; of an installation in one workspace that one, without a name. */
export async function teamsOf({ org }: Install, call: Call): Promise<(string | undefined)[]> {
  if (!org) return [undefined];
  const teams: string[] = [];
  let cursor = '';
  do {
    const page = await call('auth.teams.list', (client) =>
      client.auth.teams.list({ limit: 200, ...(cursor && { cursor }) }),
    );
    teams.push(...(page.teams ?? []).flatMap(({ id }) => id ?? []));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor);
  return teams;
}

/** A room for everybody is not asked about person by person. */
const mostAsked = 20;

/** Where most of them are; whoever is elsewhere cannot be invited there. */
export async function teamOfMost(
  install: Install,
  call: Call,
  accounts: readonly string[],
): Promise<string | undefined> {
  if (!install.org) return undefined;
  const counts = new Map<string, number>();
  for (const user of accounts.slice(0, mostAsked)) {
    const found = await call('users.info', (client) => client.users.info({ user })).catch(() => undefined);
    const teams = found?.user?.enterprise_user?.teams ?? [found?.user?.team_id ?? ''];
    for (const team of teams.filter(Boolean)) counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, n], [, m]) => m - n);
  return most?.[0] ?? (await teamsOf(install, call))[0];
}
