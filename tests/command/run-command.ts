import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Command } from '../../src/command/terminal/terminal.ts';

/** What a command printed, and how it ended. */
export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command as from a directory, without a process of its own. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  {
    directory = '/',
    env = {},
  }: { readonly directory?: string; readonly env?: Record<string, string> } = {},
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command({
    args,
    env,
    directory,
    today: '2025-06-30',
    print: (text) => void out.push(text),
    warn: (text) => void err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** A directory with files in it, gone when the test ends. Objects are written as JSON. */
export function directoryWith(
  files: Readonly<Record<string, string | Uint8Array | object>>,
): string {
  const directory = mkdtempSync(join(tmpdir(), 'coastplan-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(directory, name), isText ? content : JSON.stringify(content));
  }
  return directory;
}
