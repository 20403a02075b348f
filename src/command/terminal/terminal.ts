import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { reasonOf } from '../../domain/result.ts';

/** Where a command is run and where its words go. Passed in, so that a test can stand in for it. */
export type Terminal = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths are meant from. */
  readonly directory: string;
  /** The day, ISO 8601. */
  readonly today: string;
  /** Results. */
  readonly print: (text: string) => void;
  /** Diagnostics. */
  readonly warn: (text: string) => void;
};

/** A command: does its work and gives the exit code. */
export type Command = (terminal: Terminal) => Promise<number>;

/**
 * Runs a command on this process. A reader that closes the pipe early (`| head`) ends it quietly.
 * What nobody foresaw is told in one sentence with exit code 2, without a stack.
 */
export function run(name: string, command: Command): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
    });
  }
  const { env } = process;
  command({
    args: process.argv.slice(2),
    env,
    // npm moves to the project's root before it runs a script, and says here where it was called.
    directory: env['INIT_CWD'] ?? process.cwd(),
    today: localDay(new Date()),
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
  }).then(
    (code) => {
      process.exitCode = code;
    },
    (cause: unknown) => {
      process.stderr.write(`${name}: ${reasonOf(cause)}\n`);
      process.exitCode = 2;
    },
  );
}

/** The day where the person is, not in Greenwich. */
function localDay(now: Date): string {
  const part = (value: number): string => `${value}`.padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** The language asked for with `--lang`, else that of the locale; English for `C` and the unknown. */
export function chooseLanguage(asked: string | undefined, env: Terminal['env']): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  // An empty variable counts as unset (POSIX, 8.2).
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** One complaint about how the command was called, and where to read more. */
export function usageFault(name: string, fault: Bilingual, language: Language): string {
  const more = {
    zh: `用法见：npm run ${name} -- --help`,
    en: `For usage: npm run ${name} -- --help`,
  };
  return `${name}: ${fault[language]}\n${more[language]}\n`;
}
