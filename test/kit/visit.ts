/** The product in a real browser: starts it as a new user would, and drives the page as a person does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
/** Where a browser is, if there is one. */
export const path = candidates.find((c) => c && existsSync(c));

export interface Visit {
  page: Page;
  url: string;
  api<T>(path: string, body?: unknown): Promise<T>;
  /** Becomes a person. */
  be(person: string): Promise<void>;
  /** Types into the conversation and sends. */
  say(text: string): Promise<void>;
  /** Presses the newest live button with that label, and confirms if asked. */
  press(label: string | RegExp, on?: string): Promise<void>;
  /** Fills in the open form by field names and submits it. */
  submit(values: Record<string, string | string[]>): Promise<void>;
  /** Chooses one of several on the newest card that offers them: a button by its name, or an entry of a list. */
  choose(option: string | RegExp, on?: string): Promise<void>;
  /** Opens a task from this person's own page. */
  owes(task: string | RegExp): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** A picture of the whole window. */
  picture(name: string): Promise<void>;
  /** Moves the clock through the page's own control. */
  turn(control: 'clock-day' | 'clock-hour' | 'clock-phase'): Promise<void>;
  /** Lets the others play, through the page's own button. */
  play(): Promise<void>;
  /** Opens a room of this person, or the conversation with the bot. */
  enter(room: string | RegExp): Promise<void>;
  /** Saves the newest file whose name looks like this, and says what it is called and how long. */
  takes(file: string | RegExp): Promise<{ name: string; bytes: number }>;
  end(): Promise<void>;
}

interface Options {
  width?: number;
  height?: number;
  dark?: boolean;
  pictures?: string;
}

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function startBot(dir: string): Promise<{ bot: ChildProcess; url: string }> {
  const env = { ...process.env, PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'warn' };
  const bot = spawn(process.execPath, ['--enable-source-maps', main], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((ready, broken) => {
    bot.stdout?.on('data', (d) => {
      const found = /growloop ready (\S+)/.exec(String(d))?.[1];
      if (found) ready(found);
    });
    bot.on('exit', (code) => broken(new Error(`the bot ended with ${code}`)));
  });
  return { bot, url };
}

export async function visit(options: Options = {}): Promise<Visit> {
  const dir = mkdtempSync(join(tmpdir(), 'growloop-visit-'));
  const { bot, url } = await startBot(dir);
  const browser: Browser = await chromium.launch({
    executablePath: path ?? '/usr/bin/chromium',
    args: quiet,
  });
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 860 },
    colorScheme: options.dark ? 'dark' : 'light',
    deviceScaleFactor: 2,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await page.goto(url);
  const end = async () => {
    await browser.close();
    const gone = new Promise((done) => bot.on('exit', done));
    bot.kill('SIGTERM');
    await gone;
    rmSync(dir, { recursive: true, force: true });
  };
  return { page, url, end, ...hands(page, url, options) };
}

function hands(page: Page, url: string, options: Options): Omit<Visit, 'page' | 'url' | 'end'> {
  const api = async <T>(apiPath: string, body?: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json', origin: url };
    const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(new URL(apiPath, url), init);
    if (!answer.ok) throw new Error(`${apiPath}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    api,
    async be(person) {
      const tab = page.locator('[data-tab="people"]');
      if (await tab.isVisible()) await tab.click();
      await page.locator(`[data-person="${person}"]`).first().click();
      await page.waitForTimeout(300);
    },
    async say(text) {
      await page.locator('#composer').fill(text);
      await page.keyboard.press('Escape');
      await page.locator('[data-action="send"]').click();
      await page.waitForTimeout(400);
    },
    async press(label, on) {
      const all = page.locator('[data-key]');
      const cards = on ? all.filter({ hasText: on }) : all;
      await cards
        .getByRole('button', { name: label, exact: typeof label === 'string' })
        .last()
        .click();
      await page.waitForTimeout(300);
      const confirm = page.locator('dialog[open] [data-answer="yes"]');
      if (await confirm.isVisible().catch(() => false)) await confirm.click();
      await page.waitForTimeout(500);
    },
    choose: (option, on) => choose(page, option, on),
    async owes(task) {
      const tab = page.locator('[data-tab="home"]');
      if (await tab.isVisible()) await tab.click();
      const title = page.locator('[data-view="home"] .block-text').filter({ hasText: task }).first();
      const below = title.locator('xpath=following-sibling::*[contains(@class,"actions")][1]');
      await below.getByRole('button').first().click();
      await page.waitForTimeout(800);
    },
    submit: (values) => submit(page, values),
    async sees(text) {
      await page.locator('[data-key]').getByText(text).last().waitFor({ state: 'visible' });
    },
    async picture(name) {
      if (!options.pictures) return;
      await page.locator('.toast').waitFor({ state: 'detached', timeout: 10_000 });
      await page.screenshot({ path: join(options.pictures, `${name}.png`) });
    },
    turn: (control) => use(page, control),
    async play() {
      await use(page, 'play');
      const told = page.locator('[data-panel="played"]');
      await told.locator('.panel-head button').click();
      await told.waitFor({ state: 'hidden' });
    },
    async enter(room) {
      const tab = page.locator('[data-tab="people"]');
      if (await tab.isVisible()) await tab.click();
      await page.locator('[data-room]').filter({ hasText: room }).first().click();
      await page.waitForTimeout(300);
    },
    async takes(file) {
      const chip = page.locator('[data-file]').filter({ hasText: file }).last();
      const [download] = await Promise.all([page.waitForEvent('download'), chip.click()]);
      const bytes = statSync(await download.path()).size;
      return { name: download.suggestedFilename(), bytes };
    },
  };
}

/** What takes minutes on a busy machine. */
const patience = 600_000;

/** A control of the clock, behind a button where the bar is narrow. */
async function use(page: Page, control: string): Promise<void> {
  const button = page.locator(`[data-action="${control}"]`).first();
  const tools = page.locator('#tools-toggle');
  if (!(await button.isVisible()) && (await tools.isVisible())) await tools.click();
  await button.click();
  await page.waitForTimeout(300);
  await page
    .locator(`[data-action="${control}"]:not([disabled])`)
    .first()
    .waitFor({ state: 'attached', timeout: patience });
}

async function choose(page: Page, option: string | RegExp, on?: string): Promise<void> {
  const all = page.locator('[data-key]');
  const blocks = (on ? all.filter({ hasText: on }) : all).locator('.choices').filter({ hasText: option });
  const block = blocks.last();
  await block.waitFor();
  const select = block.locator('select');
  if (await select.count()) {
    const value = await select.locator('option').filter({ hasText: option }).first().getAttribute('value');
    await select.selectOption(value ?? '');
  } else await block.getByRole('button', { name: option }).first().click();
  await page.waitForTimeout(600);
}

async function submit(page: Page, values: Record<string, string | string[]>): Promise<void> {
  const form = page.locator('[data-panel="form"]');
  await form.waitFor();
  for (const [name, value] of Object.entries(values))
    await fill(form.locator(`[data-field="${name}"]`), value);
  await form.locator('button[type="submit"]').click();
  await form.waitFor({ state: 'hidden' });
  await page.waitForTimeout(300);
}

type Locator = ReturnType<Page['locator']>;

async function fill(field: Locator, value: string | string[]): Promise<void> {
  if (await field.locator('.person-field').count()) return person(field, [value].flat());
  const select = field.locator('select');
  if (await select.count()) {
    await select.selectOption(value);
    return;
  }
  for (const one of [value].flat()) {
    const pick = field.locator(`input[value="${one}"], button[data-value="${one}"]`);
    if (await pick.count()) await pick.first().click({ force: true });
    else await field.locator('textarea, input').first().fill(one);
  }
}

/** By the search box, as a person does. */
async function person(field: Locator, ids: string[]): Promise<void> {
  const answer = await fetch(new URL('/api/people', field.page().url()));
  const all = (await answer.json()) as { id: string; name: string }[];
  for (const id of ids) {
    await field.locator('input').fill(all.find((p) => p.id === id)?.name ?? id);
    await field.locator(`[data-offer="${id}"]`).click();
  }
}
