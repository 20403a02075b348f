import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram, needDisplay } from './display.ts';
import { type Candidate, type Engine, Missing, middleOf, WINDOW } from './engine.ts';

/** Code points of keys without a character (W3C WebDriver, section 17.4.2). */
const KEYS = {
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowRight: '\uE014',
  PageDown: '\uE00F',
  c: 'c',
} as const;

/** The engine of Safari in the small browser that comes with WebKitGTK, over W3C WebDriver. */
export const WEBKIT: Candidate = {
  name: 'WebKitGTK',
  launch: async () => {
    const driver = findProgram('WEBKIT_DRIVER_PATH', ['WebKitWebDriver']);
    const binary = findMiniBrowser();
    if (driver === undefined || binary === undefined)
      throw new Missing('no WebKitGTK with its driver is installed (Debian: webkit2gtk-driver)');
    const port = await freePort();
    const child = spawn(driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: await needDisplay(),
        LIBGL_ALWAYS_SOFTWARE: '1',
        // Containers have no namespaces for its sandbox.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    });
    try {
      return await drive(`http://127.0.0.1:${port}`, binary, () => child.kill());
    } catch (error) {
      child.kill();
      throw error;
    }
  },
};

async function drive(driver: string, binary: string, end: () => void): Promise<Engine> {
  const started = await askUntilUp(driver, {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const id = partOf(started, 'sessionId');
  const session = `${driver}/session/${id}`;
  const post = (path: string, body: object) => ask('POST', `${session}/${path}`, body);
  const run = (expression: string) =>
    post('execute/sync', { script: `return (${expression})`, args: [] });
  const keys = async (text: string) => {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await post('actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  };
  await post('window/rect', WINDOW);
  await post('timeouts', { pageLoad: 90_000 });
  return {
    version: String(partOf(partOf(started, 'capabilities'), 'browserVersion')),
    open: async (url) => {
      await post('url', { url });
    },
    evaluate: run,
    click: async (expression) => {
      const at = await run(middleOf(expression));
      const place = { x: partOf(at, 'x'), y: partOf(at, 'y') };
      const actions = [
        { type: 'pointerMove', duration: 0, origin: 'viewport', ...place },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await post('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    type: keys,
    press: (key) => keys(KEYS[key]),
    close: async () => {
      await ask('DELETE', session);
      end();
    },
  };
}

/** Starts a session as soon as the driver listens. */
async function askUntilUp(driver: string, body: object): Promise<unknown> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask('POST', `${driver}/session`, body);
    } catch (error) {
      if (!(error instanceof TypeError) || tries > 50) throw error;
      await wait(200);
    }
  }
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const value = partOf(await response.json(), 'value');
  if (!response.ok) throw new Error(`${partOf(value, 'error')}: ${partOf(value, 'message')}`);
  return value;
}

function partOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`no ${name} in ${value}`);
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function findMiniBrowser(): string | undefined {
  const named = process.env['WEBKIT_MINIBROWSER_PATH'];
  if (named !== undefined && named !== '') return named;
  for (const root of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'])
    for (const folder of existsSync(root) ? readdirSync(root) : [])
      if (/^webkit(2gtk|gtk)-\d/.test(folder) && existsSync(`${root}/${folder}/MiniBrowser`))
        return `${root}/${folder}/MiniBrowser`;
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
