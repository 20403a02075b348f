import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Missing } from './engine.ts';

let server: ChildProcess | undefined;

/** Where a program lies: at the path that the environment names, or on PATH under one of the names. */
export function findProgram(variable: string, names: readonly string[]): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * The screen for browsers that have WebGL only in a window: the one that is there, or one in memory.
 * @throws Missing where there is neither
 */
export async function needDisplay(): Promise<string> {
  const { DISPLAY: display } = process.env;
  if (display !== undefined && display !== '') return display;
  const program = findProgram('XVFB_PATH', ['Xvfb']);
  if (program === undefined) throw new Missing('no screen, and no Xvfb (Debian: xvfb)');
  // It takes the first number that is free, and writes it to its third stream once it is ready.
  server = spawn(program, ['-displayfd', '3', '-screen', '0', '1600x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = server.stdio[3];
  const number = await Promise.race([
    new Promise<string>((resolve) => told?.once('data', (data) => resolve(String(data).trim()))),
    wait(20_000, '', { ref: false }),
  ]);
  if (number === '') throw new Missing('Xvfb does not start');
  process.env['DISPLAY'] = `:${number}`;
  return `:${number}`;
}

/** Ends the screen in memory, if one was made. */
export function endDisplay(): void {
  server?.kill();
}
