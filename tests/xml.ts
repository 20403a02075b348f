/**
 * What is wrong with a text as XML 1.0, apart from the writers: forbidden characters, tags that do not close
 * in order, attributes without quotes or given twice, bare ampersands. Empty for a well-formed text.
 */
export function xmlFaults(xml: string): readonly string[] {
  const faults: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 §2.2 forbids.
  const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.exec(xml);
  if (forbidden !== null) faults.push(`character ${forbidden[0].charCodeAt(0)}`);
  if (!xml.isWellFormed()) faults.push('half a surrogate pair');
  const open: string[] = [];
  let roots = 0;
  for (const [token] of xml.matchAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<[^>]*>|[^<]+/g)) {
    if (/^<[?!]/.test(token)) continue;
    if (!token.startsWith('<')) {
      if (open.length === 0 && token.trim() !== '') faults.push(`text outside: ${token}`);
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(token))
        faults.push(`ampersand: ${token}`);
      continue;
    }
    const closing = /^<\/([\w:.-]+)\s*>$/.exec(token)?.[1];
    if (closing !== undefined) {
      if (open.pop() !== closing) faults.push(`closes ${closing}`);
      continue;
    }
    const tag = /^<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>$/.exec(token);
    if (tag === null) {
      faults.push(`tag ${token.slice(0, 80)}`);
      continue;
    }
    const [, name = '', attributes = '', end] = tag;
    const names = [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(
      ([, attribute]) => attribute,
    );
    if (new Set(names).size < names.length) faults.push(`attribute twice: ${token.slice(0, 80)}`);
    if (open.length === 0) roots += 1;
    if (end === '') open.push(name);
  }
  if (open.length > 0) faults.push(`open: ${open.join()}`);
  if (roots !== 1) faults.push(`${roots} roots`);
  return faults;
}
