import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { type Options, type OptionTable, readOptions } from './options.ts';
import { chooseLanguage, type Terminal, usageFault } from './terminal.ts';

/** A command's name, its arguments, and what `--help` prints. */
export type CommandForm = {
  readonly name: string;
  readonly options: OptionTable;
  readonly usage: Bilingual;
};

/** The parsed arguments of a call, and its language. */
export type OpenedCommand = Options & { readonly language: Language };

/**
 * Reads the arguments of a call. The error is the exit code of a call that ends here: 2 when it is wrong,
 * with the reason on standard error, and 0 when it only asks for help.
 */
export function openCommand(
  { args, env, print, warn }: Pick<Terminal, 'args' | 'env' | 'print' | 'warn'>,
  { name, options, usage }: CommandForm,
): Result<OpenedCommand, number> {
  const read = readOptions(args, options);
  if (!read.ok) {
    warn(usageFault(name, read.error, chooseLanguage(undefined, env)));
    return failed(2);
  }
  const language = chooseLanguage(read.value.values.get('lang'), env);
  if (read.value.flags.has('help') || read.value.flags.has('h')) {
    print(usage[language]);
    return failed(0);
  }
  return ok({ ...read.value, language });
}
