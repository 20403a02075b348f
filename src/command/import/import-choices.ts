import { knownCrs } from '../../data/import/crs/crs-definition.ts';
import type { ImportChoices } from '../../data/import/import-dataset.ts';
import { encodingLabel } from '../../data/import/text/decode-import-text.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { OWN_DATA_ROLES, type OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Options, OptionTable } from '../terminal/options.ts';
import { readMapping } from './read-mapping.ts';

/** The options of every command that reads people's own files. */
export const IMPORT_OPTIONS = {
  values: {
    dataset: [],
    as: [...OWN_DATA_ROLES],
    crs: [],
    encoding: [],
    mapping: [],
  },
  flags: ['accept-proposals'],
} satisfies Pick<OptionTable, 'values' | 'flags'>;

/** What a call says of people's own files. */
export type OwnDataChoices = {
  /** The layer or table that is meant. */
  readonly dataset?: string;
  readonly role?: OwnDataRole;
  /** The code as it is shown. */
  readonly crs?: string;
  readonly encoding?: string;
  readonly mapping?: NonNullable<ImportChoices['mapping']>;
  readonly acceptsProposals: boolean;
};

/** Reads the options about people's own files; an error is a wrong call. */
export async function readOwnDataChoices(
  { values, flags }: Pick<Options, 'values' | 'flags'>,
  directory: string,
): Promise<Result<OwnDataChoices, Bilingual>> {
  const [crs, encoding, dataset] = [
    values.get('crs'),
    values.get('encoding'),
    values.get('dataset'),
  ];
  const code = crs === undefined ? undefined : knownCrs(crs);
  if (crs !== undefined && code === undefined) return failed(unknownCrs(crs));
  if (encoding !== undefined && encodingLabel(encoding) === undefined)
    return failed(unknownEncoding(encoding));
  const mapping = await readMapping(values.get('mapping'), directory);
  if (!mapping.ok) return mapping;
  const role = OWN_DATA_ROLES.find((name) => name === values.get('as'));
  return ok({
    ...(dataset !== undefined && { dataset }),
    ...(role !== undefined && { role }),
    ...(code !== undefined && { crs: code }),
    ...(encoding !== undefined && { encoding }),
    ...(mapping.value !== undefined && { mapping: mapping.value }),
    acceptsProposals: flags.has('accept-proposals'),
  });
}

function unknownCrs(crs: string): Bilingual {
  return {
    zh: `不认识坐标系“${crs}”。可用：EPSG:4326、EPSG:4490、EPSG:4491–4554、EPSG:3857、EPSG:32649–32652、GCJ-02、BD-09。`,
    en: `The system "${crs}" is not known. Use EPSG:4326, EPSG:4490, EPSG:4491 to 4554, EPSG:3857, EPSG:32649 to 32652, GCJ-02 or BD-09.`,
  };
}

function unknownEncoding(encoding: string): Bilingual {
  return {
    zh: `不认识编码“${encoding}”。可用：UTF-8、GB18030、GBK、UTF-16LE、Big5。`,
    en: `The encoding "${encoding}" is not known. Use UTF-8, GB18030, GBK, UTF-16LE or Big5.`,
  };
}

/** The lines about these options in a command's help. */
export const IMPORT_USAGE: Bilingual = {
  zh: `  --dataset 名称     只读这个图层
  --as 角色          coastline | zones | projects | shown；默认按内容提出
  --crs 代码         确认坐标系：EPSG:4490、EPSG:4549、GCJ-02 …
  --encoding 名称    指定文字编码：UTF-8、GB18030 …
  --mapping F        字段与取值的对应（JSON）
  --accept-proposals 接受提出的坐标系`,
  en: `  --dataset NAME     reads this layer alone
  --as ROLE          coastline | zones | projects | shown; by default as proposed after the content
  --crs CODE         confirms the system: EPSG:4490, EPSG:4549, GCJ-02 …
  --encoding NAME    names the encoding of text: UTF-8, GB18030 …
  --mapping F        what fields and values mean (JSON)
  --accept-proposals accepts the proposed system`,
};
