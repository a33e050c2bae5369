/** Slack, over HTTP or Socket Mode, for one workspace or many. */

import { createHmac } from 'node:crypto';
import type { Adapter, Bot, HttpRoute, PlatformPorts } from '../../src/core/platform.ts';
import { PlatformError } from '../../src/core/platform.ts';
import { attaching } from './attach.ts';
import { can } from './can.ts';
import { clientsOf } from './clients.ts';
import { commands, shortcuts } from './commands.ts';
import { conversing } from './conversations.ts';
import { drawing } from './drawing.ts';
import { events } from './events.ts';
import { examined } from './examine.ts';
import { homesOf } from './homes.ts';
import { eventsRoute } from './http.ts';
import { type Installs, type Stored, storedInstalls } from './installs.ts';
import { keeping } from './kept.ts';
import { membersOf } from './members.ts';
import { type Collections, collectionsOf, createIndexes } from './model.ts';
import { oauthRoutes } from './oauth.ts';
import { picturing } from './pictures.ts';
import { presses } from './presses.ts';
import { type Deliveries, deliveries } from './receiver.ts';
import { roomsOf } from './rooms.ts';
import { sending } from './send.ts';
import { socketOf } from './socket.ts';
import { closed, submits } from './submits.ts';
import { suggestions } from './suggestions.ts';
import type { Parts } from './turn.ts';
import { uploading } from './uploads.ts';
import { oneWorkspace } from './workspace.ts';

export interface SlackOptions {
  signingSecret?: string | undefined;
  botToken?: string | undefined;
  /** Given: Socket Mode. */
  appToken?: string | undefined;
  /** Given, and no bot's token: many workspaces, by OAuth. */
  clientId?: string | undefined;
  clientSecret?: string | undefined;
  stateSecret?: string | undefined;
  /** Workspaces and organisations that may install by OAuth; without any only the first that does. */
  teams?: readonly string[] | undefined;
  apiUrl?: string | undefined;
  baseUrl?: string | undefined;
}

function installsOf(options: SlackOptions, collections: Collections, ports: PlatformPorts): Installs {
  const { clientId, clientSecret = '', botToken = '', apiUrl, teams } = options;
  return clientId && !botToken
    ? storedInstalls(collections, ports, { clientId, clientSecret, apiUrl, teams })
    : oneWorkspace(botToken, apiUrl, ports.log);
}

function assembled(options: SlackOptions, ports: PlatformPorts, bot: () => Bot) {
  const { apiUrl } = options;
  const { log } = ports;
  const collections = collectionsOf(ports.connection);
  const installs = installsOf(options, collections, ports);
  const clients = clientsOf(installs, apiUrl, ports.now);
  const uploads = uploading(clients, apiUrl);
  const pictures = picturing(collections, uploads, log);
  const kept = keeping(collections, ports);
  const conversations = conversing(collections);
  const draw = drawing({ ports, kept, pictures });
  const remembered = { brought: new Set<string>(), greeted: new Set<string>(), refusals: new Map() };
  const parts: Parts = {
    ports,
    log,
    apiUrl,
    bot,
    clients,
    installs,
    kept,
    drawing: draw,
    conversations,
    ...remembered,
  };
  const homes = homesOf(parts);
  const arriving = deliveries(
    new Map([
      ['event', events(parts, homes)],
      ['command', commands(parts)],
      ['block_actions', presses(parts, homes)],
      ['block_suggestion', suggestions(parts)],
      ['view_submission', submits(parts, homes)],
      ['view_closed', closed()],
      ['shortcut', shortcuts(parts)],
      ['message_action', shortcuts(parts)],
    ]),
    log,
  );
  return { ...parts, collections, uploads, arriving };
}

/** The state of an installation under way is signed; without a secret of its own, by one that comes of the app's. */
const stateSecretOf = ({ stateSecret, clientSecret = '' }: SlackOptions): string =>
  stateSecret || createHmac('sha256', clientSecret).update('growloop state').digest('base64url');

function routesOf(
  options: SlackOptions,
  { installs, log, bot }: Parts,
  arriving: Deliveries,
  isOpen: () => boolean,
): HttpRoute[] {
  const { signingSecret, appToken, clientId, clientSecret, apiUrl, baseUrl } = options;
  const served = ({ tenant, rev }: Stored) =>
    bot().changed({ platform: 'slack', tenant }, `install:${tenant}:${rev}`);
  const install =
    clientId && clientSecret && !options.botToken
      ? oauthRoutes(
          { clientId, clientSecret, stateSecret: stateSecretOf(options), apiUrl, baseUrl },
          { installs, log, served },
        )
      : [];
  return appToken || !signingSecret
    ? install
    : [eventsRoute(signingSecret, isOpen, arriving, log), ...install];
}

export function slackAdapter(options: SlackOptions, ports: PlatformPorts): Adapter & { routes: HttpRoute[] } {
  let connected: Bot | undefined;
  const parts = assembled(options, ports, () => {
    if (!connected) throw new PlatformError('retry', 'not started');
    return connected;
  });
  const { clients, collections, uploads, installs, arriving, log } = parts;
  const { appToken, apiUrl } = options;
  const { send, edit, direct } = sending(parts);
  const rooms = roomsOf(collections, parts);
  const socket = appToken ? socketOf(appToken, apiUrl, arriving, log) : undefined;
  return {
    name: 'slack',
    can,
    async start(bot) {
      await createIndexes(collections);
      connected = bot;
      installs.start();
      socket?.start();
    },
    async stop() {
      await socket?.stop();
      installs.stop();
      await arriving.idle();
      connected = undefined;
    },
    send,
    edit,
    direct,
    ...rooms,
    attach: attaching(collections, clients, uploads),
    fetchFile: uploads.fetch,
    tenants: installs.tenants,
    members: membersOf(collections, clients, installs, log),
    examine: () => examined(options, installs),
    callsLeft: async () => undefined,
    routes: routesOf(options, parts, arriving, () => connected !== undefined),
  };
}
