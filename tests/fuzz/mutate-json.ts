import fc from 'fast-check';
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile-values.ts';

/** Values of every kind that JSON has, some as text that is no JSON. */
const VALUES = [
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  ...HOSTILE_NUMBERS,
  ...HOSTILE_TEXTS.map((text) => JSON.stringify(text)),
] as const;

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|[{}[\],:]/g;

/** A JSON text in which one to four tokens are replaced, doubled or missing. */
export function changedJson(text: string): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...VALUES) },
      { weight: 1, arbitrary: fc.constantFrom('', ',', ']', '}', '{"a":', '[1,') },
    ),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let changed = text;
    for (const [share, value] of changes) {
      const tokens = [...changed.matchAll(TOKEN)].filter(([token]) => !/^[,:]$/.test(token));
      const chosen = tokens[Math.floor(share * tokens.length)];
      if (chosen === undefined) break;
      changed =
        changed.slice(0, chosen.index) + value + changed.slice(chosen.index + chosen[0].length);
    }
    return changed;
  });
}
