import type { Bilingual } from '../../domain/bilingual.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { parseCatalogue } from '../catalogue/catalogue.ts';
import { unzip } from '../import/readers/zip.ts';
import { decodeText } from '../text/decode-text.ts';

/** A plan in one archive: `catalogue.json` with all that it names, as in `geodata/`. */
export type PlanPackage = {
  readonly title: Bilingual;
  /** Texts by their path beside the catalogue. */
  readonly files: Readonly<Record<string, string>>;
};

/** Why an archive is no plan, and what to do. */
export type PackageFault = {
  readonly code: string;
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** The name by which a plan is known, wherever it lies in an archive. */
const CATALOGUE = 'catalogue.json';

/**
 * Reads a plan from the bytes of an archive. Files outside the folder of its catalogue, and those that are no JSON, are
 * no part of it. A catalogue that cannot be read refuses the whole.
 */
export async function readPlanPackage(
  bytes: Uint8Array,
): Promise<Result<PlanPackage, PackageFault>> {
  const unpacked = unzip(bytes);
  if (unpacked.kind === 'refused') return failed(unpacked.refused);
  const catalogue = unpacked.files
    .map(({ name }) => name)
    .filter((name) => name === CATALOGUE || name.endsWith(`/${CATALOGUE}`))
    .sort((one, other) => one.split('/').length - other.split('/').length)[0];
  if (catalogue === undefined) return failed(NO_CATALOGUE);
  const folder = catalogue.slice(0, -CATALOGUE.length);
  const texts = new Map<string, string>();
  for (const { name, bytes: content } of unpacked.files) {
    if (!name.startsWith(folder) || !/\.(?:geo)?json$/i.test(name)) continue;
    const path = name.slice(folder.length);
    const text = await decodeText(content, path);
    // One that cannot be read is missing, and its layer says so.
    if (text.ok) texts.set(path, text.value);
    else if (path === CATALOGUE) return failed({ code: 'package-encoding', ...text.error });
  }
  const parsed = await parseCatalogue(texts.get(CATALOGUE) ?? '', CATALOGUE);
  if (!parsed.ok) return failed({ code: 'package-catalogue', ...parsed.error });
  return ok({ title: parsed.value.catalogue.title, files: Object.fromEntries(texts) });
}

const NO_CATALOGUE: PackageFault = {
  code: 'package-without-catalogue',
  message: {
    zh: '压缩包里没有 catalogue.json。',
    en: 'there is no catalogue.json in the archive.',
  },
  cure: {
    zh: '把规划的文件夹整个压缩（见 docs/own-plan.md）。',
    en: 'Pack the whole folder of the plan (docs/own-plan.md).',
  },
};
