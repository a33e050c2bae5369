/** Against what Slack says a manifest is (its schema 2.0.0, of which this folder keeps what our manifests use). */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { shortcutCommands } from '../../adapters/slack/commands.ts';
import { scopes } from '../../adapters/slack/scopes.ts';
import { registry } from '../../src/core/module.ts';
import { modules } from '../../src/modules.ts';

const { $schema: _, ...schema } = JSON.parse(readFileSync('test/slack/manifest.schema.json', 'utf8'));
const valid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
const textOf = (name: string) => readFileSync(`manifests/${name}.yaml`, 'utf8');
const http = parse(textOf('slack'));
const socket = parse(textOf('slack-socket'));

test.each([
  ['slack', http],
  ['slack-socket', socket],
])('%s is a manifest that Slack takes', (_name, manifest) => {
  valid(manifest);
  expect(valid.errors ?? []).toEqual([]);
});

test('a wrong one would be noticed', () => {
  const broken = structuredClone(http);
  broken.features.slash_commands[0].command = 'perf';
  broken.settings.nonsense = true;
  expect(valid(broken)).toBe(false);
});

test('both ask for the same, but for addresses and the socket', () => {
  const bare = structuredClone(http);
  delete bare.features.slash_commands[0].url;
  delete bare.oauth_config.redirect_urls;
  delete bare.settings.event_subscriptions.request_url;
  delete bare.settings.interactivity.request_url;
  delete bare.settings.interactivity.message_menu_options_url;
  bare.settings.socket_mode_enabled = true;
  expect(socket).toEqual(bare);
});

test('the permissions are those that the code asks for, each with its reason', () => {
  expect(http.oauth_config.scopes.bot).toEqual([...scopes]);
  const lines = textOf('slack').split('\n');
  for (const scope of scopes) {
    const at = lines.findIndex((line) => line.trim() === `- ${scope}`);
    expect(`${scope}: ${lines[at - 1]?.trim().slice(0, 2)}`).toBe(`${scope}: # `);
  }
});

test('every shortcut stands for a command that there is', () => {
  const { commands } = registry(modules);
  const ids = http.features.shortcuts.map((s: { callback_id: string }) => s.callback_id).sort();
  expect(ids).toEqual(Object.keys(shortcutCommands).sort());
  for (const command of Object.values(shortcutCommands)) expect(commands.has(command)).toBe(true);
});

test('all addresses are one', () => {
  const urls = textOf('slack').match(/https:\/\/growloop\.example\.com\/\S+/g) ?? [];
  expect(new Set(urls)).toEqual(
    new Set([
      'https://growloop.example.com/slack/events',
      'https://growloop.example.com/slack/oauth_redirect',
    ]),
  );
});
