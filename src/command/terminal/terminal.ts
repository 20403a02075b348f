import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { reasonOf } from '../../domain/result.ts';

/**
 * The environment of a command: directory, date and output. It is a parameter so that a test can replace
 * it.
 */
export type Terminal = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths are resolved against this directory. */
  readonly directory: string;
  /** Today's date, ISO 8601. */
  readonly today: string;
  /** Writes a result to standard output. */
  readonly print: (text: string) => void;
  /** Writes a diagnostic to standard error. */
  readonly warn: (text: string) => void;
};

/** A command: it does its work and returns the exit code. */
export type Command = (terminal: Terminal) => Promise<number>;

/**
 * Runs a command in this process. A reader that closes the pipe early (`| head`) ends it without a message.
 * An unexpected error is reported in one sentence with exit code 2, without a stack.
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
    // npm changes to the project's root before it runs a script; INIT_CWD has the directory of the call.
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

/** The date in the user's time zone, not in UTC. */
function localDay(now: Date): string {
  const part = (value: number): string => `${value}`.padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/**
 * Returns the language given with `--lang`, otherwise that of the locale; English for `C` and unknown
 * locales.
 */
export function chooseLanguage(asked: string | undefined, env: Terminal['env']): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  // An empty variable counts as unset (POSIX, 8.2).
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Formats one usage error, followed by where to read more. */
export function usageFault(name: string, fault: Bilingual, language: Language): string {
  const more = {
    zh: `用法见：npm run ${name} -- --help`,
    en: `For usage: npm run ${name} -- --help`,
  };
  return `${name}: ${fault[language]}\n${more[language]}\n`;
}
