/// <reference lib="dom" />
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { bodyOf, createClient, type Client } from '../support/api';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Where pictures are kept; not in the repository. */
export const SCREENSHOTS = path.join(__dirname, 'screenshots');

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests by "npm run test:e2e".`);
  return value;
};

/** One person at one browser window. */
interface Visit {
  page: Page;
  /** Opens a path of the site. */
  open: (path: string) => Promise<void>;
  /** Keeps a picture of the window in `screenshots/`. */
  picture: (name: string) => Promise<void>;
}

/** A browser on the running demo. */
export interface DemoBrowser {
  /** Where the demo is. */
  url: string;
  /** Runs `scene` as a visitor without a login, else as `as` does. */
  visit(
    name: string,
    scene: (visit: Visit) => Promise<void>,
    options?: { javaScript?: boolean }
  ): Promise<void>;
  /**
   * Logs in, the first time by the form, and runs `scene`; keeps a picture of where it failed, if
   * it does. An exception in the page or an error of the server is a failure.
   */
  as(login: string, name: string, scene: (visit: Visit) => Promise<void>): Promise<void>;
  /** Logs in by the form in a browser that knows nothing yet, and shows the tour; else as `as`. */
  first(login: string, name: string, scene: (visit: Visit) => Promise<void>): Promise<void>;
  /** The HTTP API as a login, for what a scene needs to be there. */
  client(login: string): Promise<Client>;
  close(): Promise<void>;
}

/** What a browser keeps of a login. */
type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

const newContext = (
  browser: Browser,
  kept: Kept | undefined,
  javaScriptEnabled: boolean
): Promise<BrowserContext> =>
  browser.newContext({
    storageState: kept,
    javaScriptEnabled,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  });

const logIn = async (page: Page, url: string, email: string): Promise<void> => {
  await page.goto(`${url}/admin/auth/login`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(required('E2E_PASSWORD'));
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
};

/** Collects what goes wrong unseen: exceptions in the page and errors of the server. */
const faultsOf = (page: Page): string[] => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
};

/**
 * Opens a browser on what `npm run test:e2e` started: the demo, or the address in the variable that
 * is named.
 */
export const openBrowser = async (variable = 'E2E_URL'): Promise<DemoBrowser> => {
  const url = required(variable);
  await mkdir(SCREENSHOTS, { recursive: true });
  const browser = await chromium.launch({
    executablePath: required('CHROMIUM_PATH'),
    // Chromium's sandbox does not start as root, as which containers run.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const pictureOf = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });

  // Strapi lets nobody log in more than five times in five minutes.
  const logins = new Map<string, Kept>();
  const clients = new Map<string, Client>();

  const play = async (
    name: string,
    scene: (visit: Visit) => Promise<void>,
    {
      login,
      showsTour = false,
      javaScript = true,
    }: { login?: string; showsTour?: boolean; javaScript?: boolean } = {}
  ): Promise<void> => {
    const context = await newContext(browser, logins.get(login ?? ''), javaScript);
    // The first page of every account would be the tour; its own scene has it.
    if (!showsTour) await context.addInitScript(() => localStorage.setItem('site-tour-seen', '*'));
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const faults = faultsOf(page);
    try {
      await scene({
        page,
        open: async (address) => {
          await page.goto(new URL(address, url).href);
        },
        picture: async (picture) => {
          await pictureOf(page, picture);
        },
      });
      if (faults.length > 0) throw new Error(faults.join('\n'));
      if (login !== undefined) logins.set(login, await context.storageState());
    } catch (error) {
      await pictureOf(page, `failed-${name}`);
      throw error;
    } finally {
      await context.close();
    }
  };

  return {
    url,
    visit: (name, scene, options) => play(name, scene, options),
    as: (login, name, scene) =>
      play(
        name,
        async (visit) => {
          if (logins.has(login)) await visit.open('/admin/');
          else await logIn(visit.page, url, `${login}@demo.test`);
          await scene(visit);
        },
        { login }
      ),
    first: (login, name, scene) =>
      play(
        name,
        async (visit) => {
          await logIn(visit.page, url, `${login}@demo.test`);
          await scene(visit);
        },
        { showsTour: true }
      ),
    client: async (login) => {
      const known = clients.get(login);
      if (known) return known;
      const nobody = createClient(url);
      const { data } = bodyOf(
        await nobody.post<{ data: { token: string } }>('/admin/login', {
          email: `${login}@demo.test`,
          password: required('E2E_PASSWORD'),
        })
      );
      const client = createClient(url, data.token);
      clients.set(login, client);
      return client;
    },
    close: () => browser.close(),
  };
};
