import type { Catalogue, CatalogueLayer } from '../dataset.ts';
import type { OwnDataset } from './own-dataset.ts';

/** The group of the layer list that holds the user's own data. */
export const OWN_GROUP: Catalogue['groups'][number] = {
  id: 'own',
  title: { zh: '自有数据', en: 'Own data' },
};

/** The layer of an accepted dataset. */
export function ownLayer({ id, name, role, isCounted, lineage }: OwnDataset): CatalogueLayer {
  const { files, format, crs, encoding, acceptedAt, statement, credit, isPlanCopy } = lineage;
  const names = files.map((file) => file.name).join(', ');
  const survey = statement && `${statement.survey}, ${statement.unit}`;
  const method = [format, encoding.name, crs?.code].filter((part) => part !== undefined).join(', ');
  return {
    id,
    role,
    title: { zh: name, en: name },
    group: OWN_GROUP.id,
    source: { kind: 'geojson', url: `${id}.geojson` },
    symbology: `own-${role}`,
    isVisible: true,
    ...(isPlanCopy && { isPlanCopy }),
    ...(isCounted === false && { isCounted }),
    metadata: {
      abstract: {
        zh: `自有数据，由导入者提供：${names}。`,
        en: `The user's own data, as given by the importer: ${names}.`,
      },
      source: {
        zh: survey === undefined ? names : `${survey}（导入者声明）；${names}`,
        en: survey === undefined ? names : `${survey} (as stated by the importer); ${names}`,
      },
      method: { zh: method, en: method },
      accuracy: {
        zh: '导入者未另行说明时，未知。',
        en: 'Unknown unless the importer states it.',
      },
      licence: '—',
      attribution: credit ?? {
        zh: `${OWN_GROUP.title.zh}：${name}`,
        en: `${OWN_GROUP.title.en}: ${name}`,
      },
      date: statement?.date ?? acceptedAt.slice(0, 10),
      ...(statement !== undefined && {
        waterLevel: { zh: statement.waterLevel, en: statement.waterLevel },
      }),
    },
  };
}
