/** `npm start`: installs missing packages, builds, and serves the production app until ctrl-C. */
import { connect } from 'node:net';
import { bootstrap, projectFolder, stop } from './bootstrap.mjs';

const DEFAULT_PORT = 4173;
/** Serving here also answers `localhost`: browsers try ::1 first and then this address. */
const HOST = '127.0.0.1';

const port = readPort(process.env['PORT']);
if ((await answers(port, HOST)) || (await answers(port, '::1'))) stop(takenSentence(port));
bootstrap();

const { build, preview } = await import('vite');
process.chdir(projectFolder);
await build({ logLevel: 'warn' }).catch((error) => stop(`The build failed: ${error.message}`));
const server = await preview({
  logLevel: 'warn',
  preview: { port, host: HOST, strictPort: true, open: false },
}).catch((error) =>
  stop(
    /already in use/.test(error.message)
      ? takenSentence(port)
      : `Could not serve: ${error.message}`,
  ),
);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.once(signal, close);
if (process.env['npm_lifecycle_event'] === 'start') closeWithParent();

const response = await fetch(`http://${HOST}:${port}/`).catch((error) =>
  stop(`The server does not answer: ${error.message}`),
);
if (!response.ok) stop(`The server answers ${response.status} instead of the page.`);
console.log(`Coastplan is at http://localhost:${port}/ (ctrl-C ends it)`);

/**
 * @param {string | undefined} text of the environment variable PORT
 * @returns {number}
 */
function readPort(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    stop(`PORT must be a whole number from 1 to 65535, not "${text}".`);
  return number;
}

/** Frees the port and exits with code 0: a requested stop is no failure. */
function close() {
  server.close().finally(() => process.exit(0));
}

/**
 * npm sends SIGTERM to the shell between us, which does not pass it on: without a parent we would hold the
 * port.
 */
function closeWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && close(), 500).unref();
}

/**
 * Returns whether another process already listens there.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const finish = (/** @type {boolean} */ isTaken) => {
      socket.destroy();
      resolve(isTaken);
    };
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
    socket.on('timeout', () => finish(false));
  });
}

/** @param {number} port */
function takenSentence(port) {
  const other = port === 65_535 ? port - 1 : port + 1;
  return `Port ${port} is taken by another program: end that one, or choose another port with PORT=${other} npm start (PowerShell: $env:PORT=${other}; npm start).`;
}
