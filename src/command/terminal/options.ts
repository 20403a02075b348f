import type { Bilingual } from '../../domain/bilingual.ts';
import { failed, ok, type Result } from '../../domain/result.ts';

/** The arguments that a command accepts: options with a value, flags, and the number of files. */
export type OptionTable = {
  /** Option name without dashes → the allowed words; an empty list allows any text. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly flags: readonly string[];
  readonly takesFiles: boolean;
};

/** The parsed arguments of one call. */
export type Options = {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
};

/**
 * Parses command line arguments: `--name value`, `--name=value`, flags and files; everything after `--` is
 * a file. An unknown, repeated or empty option, or a word that is not allowed, is reported and never
 * guessed.
 */
export function readOptions(
  args: readonly string[],
  table: OptionTable,
): Result<Options, Bilingual> {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const files: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--') {
      files.push(...args.slice(index + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      files.push(argument);
      continue;
    }
    const [, name = '', inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(argument) ?? [];
    const isFlag = table.flags.includes(name);
    if (isFlag && inline === undefined) {
      flags.add(name);
      continue;
    }
    const allowed = Object.hasOwn(table.values, name) ? table.values[name] : undefined;
    if (allowed === undefined)
      return failed(isFlag ? takesNoValue(name) : unknownOption(argument, table));
    const value = inline ?? args[index + 1];
    if (inline === undefined) index += 1;
    const fault = valueFault({ name, value, allowed, isRepeated: values.has(name) });
    if (fault !== undefined) return failed(fault);
    values.set(name, value ?? '');
  }
  if (!table.takesFiles && files.length > 0) return failed(noFiles(files[0] ?? ''));
  return ok({ values, flags, files });
}

type GivenOption = {
  readonly name: string;
  readonly value: string | undefined;
  readonly allowed: readonly string[];
  readonly isRepeated: boolean;
};

function valueFault({ name, value, allowed, isRepeated }: GivenOption): Bilingual | undefined {
  if (isRepeated) return { zh: `--${name} 给了两次。`, en: `--${name} is given twice.` };
  const isMissing = value === undefined || value === '' || /^--[a-z]/.test(value);
  const list = allowed.join(', ');
  if (isMissing) {
    return {
      zh: `--${name} 缺少取值${list === '' ? '' : `（${list}）`}。`,
      en: `--${name} needs a value${list === '' ? '' : `: ${list}`}.`,
    };
  }
  if (allowed.length > 0 && !allowed.includes(value)) {
    return {
      zh: `--${name} 不接受“${value}”，可用：${list}。`,
      en: `--${name} cannot be "${value}"; use one of: ${list}.`,
    };
  }
  return undefined;
}

function unknownOption(argument: string, { values, flags }: OptionTable): Bilingual {
  const known = [...Object.keys(values), ...flags].map((name) => `--${name}`).join(' ');
  return {
    zh: `没有选项“${argument}”。可用：${known}`,
    en: `There is no option "${argument}". Known: ${known}`,
  };
}

function takesNoValue(name: string): Bilingual {
  return { zh: `--${name} 不带取值。`, en: `--${name} takes no value.` };
}

function noFiles(file: string): Bilingual {
  return {
    zh: `不明白“${file}”：文件请用 --coastline、--zones 或 --rule 给出。`,
    en: `"${file}" is not understood: name files with --coastline, --zones or --rule.`,
  };
}
