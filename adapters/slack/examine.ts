/** What `npm run doctor` says about Slack: by using tokens, permissions and addresses, each with where to click. */
import type { Finding } from '../../src/core/platform.ts';
import { newClient } from './clients.ts';
import { codeOf } from './errors.ts';
import type { SlackOptions } from './index.ts';
import type { Installs } from './installs.ts';
import { scopes } from './scopes.ts';

const well = (text: string): Finding => ({ well: true, text });
const ill = (text: string): Finding => ({ well: false, text });

const settings = 'https://api.slack.com/apps → your app';
const why = (e: unknown) => codeOf(e) ?? 'no answer from Slack';

function mode({ appToken, clientId, signingSecret, teams = [] }: SlackOptions): Finding[] {
  const how = appToken ? 'Socket Mode (SLACK_APP_TOKEN)' : 'HTTP (POST /slack/events)';
  const whom = clientId ? 'many workspaces by OAuth (SLACK_CLIENT_ID)' : 'one workspace (SLACK_BOT_TOKEN)';
  const served = clientId
    ? [
        well(
          teams.length > 0
            ? `Slack: may be installed in ${teams.join(', ')} (SLACK_TEAMS)`
            : 'Slack: serves the first workspace that installs it; SLACK_TEAMS lets others in',
        ),
      ]
    : [];
  const secret =
    signingSecret || appToken
      ? []
      : [
          ill(
            `Slack: SLACK_SIGNING_SECRET is missing. Copy it from ${settings} → Basic Information → App Credentials.`,
          ),
        ];
  return [well(`Slack: ${how}, ${whom}`), ...served, ...secret];
}

function credentials({ clientId, clientSecret, botToken }: SlackOptions): Finding[] {
  if (clientId && !clientSecret)
    return [
      ill(
        `Slack: SLACK_CLIENT_SECRET is missing. Copy it from ${settings} → Basic Information → App Credentials.`,
      ),
    ];
  if (!clientId && !botToken)
    return [
      ill(
        `Slack: SLACK_BOT_TOKEN is missing. Install the app under ${settings} → OAuth & Permissions and copy the token that begins with xoxb-.`,
      ),
    ];
  return [];
}

interface Checked {
  team?: string | undefined;
  response_metadata?: { scopes?: string[] };
}

async function token(name: string, given: string, apiUrl: string | undefined): Promise<Finding[]> {
  try {
    const { team, response_metadata: meta } = (await newClient(given, apiUrl).auth.test()) as Checked;
    const has = meta?.scopes;
    const missing = has ? scopes.filter((scope) => !has.includes(scope)) : [];
    const place = `${settings} → OAuth & Permissions → Scopes (or paste manifests/slack.yaml under App Manifest), then press “Reinstall to Workspace”`;
    return [
      well(`Slack: ${name} works${team ? ` in ${team}` : ''}`),
      missing.length > 0
        ? ill(`Slack: permissions are missing: ${missing.join(', ')}. Add them under ${place}.`)
        : well(
            has
              ? `Slack: all ${scopes.length} permissions are there`
              : 'Slack: permissions could not be read',
          ),
    ];
  } catch (e) {
    return [
      ill(
        `Slack: ${name} does not work (${why(e)}). Copy it anew from ${settings} → OAuth & Permissions → Bot User OAuth Token.`,
      ),
    ];
  }
}

async function socket(appToken: string, apiUrl: string | undefined): Promise<Finding> {
  try {
    await newClient(appToken, apiUrl).apps.connections.open();
    return well('Slack: SLACK_APP_TOKEN opens connections');
  } catch (e) {
    return ill(
      `Slack: SLACK_APP_TOKEN does not work (${why(e)}). Make one with connections:write under ${settings} → Basic Information → App-Level Tokens, and switch on ${settings} → Socket Mode.`,
    );
  }
}

/** Unsigned, our own address answers 401; whoever answers otherwise is somebody else, or nobody. */
async function reachable(baseUrl: string | undefined): Promise<Finding> {
  const set = `Slack calls this address: set BASE_URL to it, and ${settings} → Event Subscriptions, Interactivity and Slash Commands to BASE_URL/slack/events.`;
  if (!baseUrl) return ill(`Slack: BASE_URL is missing. ${set}`);
  const url = `${baseUrl.replace(/\/$/, '')}/slack/events`;
  const answer = await fetch(url, { method: 'POST', body: '{}', signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  if (answer?.status === 401) return well(`Slack: ${url} is reached`);
  return ill(
    `Slack: ${url} ${answer ? `answers ${answer.status}` : 'is not reached'} (growloop must be running). ${set}`,
  );
}

export async function examined(given: SlackOptions, installs: Installs): Promise<Finding[]> {
  const options = given.botToken ? { ...given, clientId: undefined } : given;
  const { botToken, appToken, clientId, apiUrl, baseUrl } = options;
  const findings = [...mode(options), ...credentials(options)];
  if (!clientId && botToken) findings.push(...(await token('SLACK_BOT_TOKEN', botToken, apiUrl)));
  if (clientId) findings.push(...(await installed(installs, apiUrl, baseUrl)));
  findings.push(appToken ? await socket(appToken, apiUrl) : await reachable(baseUrl));
  return findings;
}

async function installed(
  installs: Installs,
  apiUrl: string | undefined,
  baseUrl: string | undefined,
): Promise<Finding[]> {
  const tenants = await installs.tenants();
  const waiting = (await installs.waiting()).map((tenant) =>
    ill(`Slack: ${tenant} has the app, but is not let in. Add it to SLACK_TEAMS, or take the app out of it.`),
  );
  if (tenants.length === 0)
    return [
      ...waiting,
      ill(`Slack: no workspace has installed the app yet. Open ${baseUrl ?? 'BASE_URL'}/slack/install.`),
    ];
  const findings: Finding[] = [...waiting];
  for (const tenant of tenants) {
    const given = await installs.tokenOf(tenant).catch(() => undefined);
    findings.push(
      ...(given
        ? await token(`the token of ${tenant}`, given, apiUrl)
        : [ill(`Slack: the token of ${tenant} cannot be read. Install the app there again.`)]),
    );
  }
  return findings;
}
