import type { Position as GeoPosition } from 'geojson';
import type { BoundingBox } from '../../domain/geometry.ts';
import { areDegrees, crsCandidates } from './crs/crs-candidates.ts';
import { crsKind, epsgNumber, knownCrs, withinOf } from './crs/crs-definition.ts';
import type { CrsReading } from './crs/to-degrees.ts';
import { toDegreesOf } from './crs/to-degrees.ts';
import { type ImportIssue, issue, type RawDataset } from './raw-dataset.ts';
import { positionsIn } from './readers/raw-geometry.ts';

/** The decision about a coordinate reference system. */
export type CrsDecision = {
  /** Undefined while nothing fits. */
  readonly reading: CrsReading | undefined;
  readonly how: 'declared' | 'proposed' | 'confirmed' | 'confirm-needed';
  readonly candidates: readonly CrsReading[];
  readonly issues: readonly ImportIssue[];
};

/** What the user says of the system. */
export type CrsChoices = {
  /** A code that the user confirms. */
  readonly crs?: string;
  /** Whether latitude or northing comes first in the file; by default as the coordinates suggest. */
  readonly isSwapped?: boolean;
  readonly acceptsProposals?: boolean;
};

/** How many positions are tried. */
const SAMPLE = 500;

/**
 * Decides the system of a dataset. A file's own declaration is taken if its coordinates obey it; nothing else is
 * taken without the user's word: what brings the coordinates into the plan's frame is proposed.
 */
export function decideCrs(
  dataset: Pick<RawDataset, 'crs' | 'features'>,
  frame: BoundingBox,
  { crs, isSwapped, acceptsProposals = false }: CrsChoices = {},
): CrsDecision {
  const sample = sampleOf(dataset);
  if (sample.length === 0)
    return { reading: undefined, how: 'declared', candidates: [], issues: [] };
  const candidates = crsCandidates(sample, frame);
  const chosen = crs === undefined ? undefined : knownCrs(crs);
  if (chosen !== undefined)
    return confirmed(chosen, { sample, frame, candidates, dataset, isSwapped });
  const { crs: declared } = dataset;
  switch (declared.kind) {
    case 'known': {
      const reading = { code: declared.code };
      const fault = declarationFault(reading, sample);
      if (fault !== undefined) return proposed(candidates, acceptsProposals, [fault]);
      const issues = [
        ...(crsKind(declared.code) === 'shifted' ? [corrected(declared.code)] : []),
        ...(isOutside(reading, sample, frame) ? [outsideFrame(declared.code)] : []),
      ];
      return { reading, how: 'declared', candidates: [reading], issues };
    }
    case 'hint': {
      const { code } = declared;
      const readings = [{ code }, { code: 'EPSG:4326' }];
      const issues = [shiftedHint(code), ...(acceptsProposals ? [corrected(code)] : [])];
      const how = acceptsProposals ? 'confirmed' : 'confirm-needed';
      return { reading: readings[0], how, candidates: readings, issues };
    }
    case 'unusable': {
      const issues = [unusable(declared.name)];
      return { reading: undefined, how: 'confirm-needed', candidates: [], issues };
    }
    case 'none': {
      const issues = [candidates.length === 0 ? nothingFits(sample) : undeclared(candidates)];
      return proposed(candidates, acceptsProposals, issues);
    }
  }
}

function proposed(
  candidates: readonly CrsReading[],
  acceptsProposals: boolean,
  issues: readonly ImportIssue[],
): CrsDecision {
  const [best] = candidates;
  if (best === undefined) return { reading: undefined, how: 'confirm-needed', candidates, issues };
  if (acceptsProposals) return { reading: best, how: 'confirmed', candidates, issues };
  const isPlain =
    best.isSwapped !== true &&
    candidates.filter(({ isSwapped }) => isSwapped !== true).length === 1;
  return { reading: best, how: isPlain ? 'proposed' : 'confirm-needed', candidates, issues };
}

function confirmed(
  code: string,
  {
    sample,
    frame,
    candidates,
    dataset,
    isSwapped,
  }: {
    readonly sample: readonly GeoPosition[];
    readonly frame: BoundingBox;
    readonly candidates: readonly CrsReading[];
    readonly dataset: Pick<RawDataset, 'crs'>;
    readonly isSwapped: boolean | undefined;
  },
): CrsDecision {
  // As they are where both fit: the axes are swapped only if nothing else brings them into the plan's area.
  const swapped = candidates.find(
    (candidate) => candidate.code === code && candidate.isSwapped === true,
  );
  const plain = candidates.find(
    (candidate) => candidate.code === code && candidate.isSwapped !== true,
  );
  const reading: CrsReading =
    isSwapped === undefined
      ? (plain ?? swapped ?? { code })
      : { code, ...(isSwapped && { isSwapped }) };
  const fault = declarationFault(reading, sample);
  if (fault !== undefined)
    return { reading: undefined, how: 'confirm-needed', candidates, issues: [fault] };
  const { crs: declared } = dataset;
  return {
    reading,
    how: 'confirmed',
    candidates,
    issues: [
      ...(declared.kind === 'known' && declared.code !== code
        ? [overridden(declared.code, code)]
        : []),
      ...(reading.isSwapped === true ? [swappedAxes(code)] : []),
      ...(crsKind(code) === 'shifted' ? [corrected(code)] : []),
      ...(isOutside(reading, sample, frame) ? [outsideFrame(code)] : []),
    ],
  };
}

/** Positions spread over the features. */
function sampleOf({ features }: Pick<RawDataset, 'features'>): readonly GeoPosition[] {
  const step = Math.max(1, Math.floor(features.length / SAMPLE));
  const sample: GeoPosition[] = [];
  for (let index = 0; index < features.length && sample.length < SAMPLE; index += step) {
    const geometry = features[index]?.geometry;
    if (geometry === undefined) continue;
    let taken = 0;
    for (const position of positionsIn(geometry)) {
      // Its record is set aside; it says nothing of the system.
      if (!position.every(Number.isFinite)) continue;
      sample.push(position);
      taken += 1;
      if (taken >= Math.max(3, SAMPLE / features.length)) break;
    }
  }
  return sample;
}

/** The least share of the positions that have to be of a system; the others are set aside one by one. */
const LEAST_SHARE = 0.9;

/**
 * Coordinates that cannot be of the system: metres declared as degrees or the other way round, latitude or northing
 * first, a zone's number that is missing or too much.
 */
function declarationFault(
  { code, isSwapped = false }: CrsReading,
  sample: readonly GeoPosition[],
): ImportIssue | undefined {
  const isPlane = crsKind(code) === 'plane';
  const isWithin = withinOf(code);
  const ofSystem = sample.filter(([x = Number.NaN, y = Number.NaN]) =>
    isSwapped ? isWithin(y, x) : isWithin(x, y),
  );
  const isDegrees = areDegrees(sample);
  if (ofSystem.length >= sample.length * LEAST_SHARE && !(isPlane && isDegrees)) return undefined;
  const [x = 0, y = 0] = sample.find((position) => !ofSystem.includes(position)) ?? sample[0] ?? [];
  const why = isPlane
    ? isDegrees
      ? { zh: '这是度', en: 'these are degrees' }
      : {
          zh: '不在该投影带内（横纵坐标可能颠倒，或带号不符）',
          en: 'these lie in no place of that zone (axes may be swapped, or the number of the zone wrong)',
        }
    : { zh: '这不是度', en: 'these are no degrees' };
  return issue(
    'crs-contradicts',
    'error',
    {
      zh: `声明的坐标系是 ${code}，坐标却是 ${x}, ${y}：${why.zh}。`,
      en: `the declared system is ${code}, but the coordinates are ${x}, ${y}: ${why.en}.`,
    },
    { zh: '指明真正的坐标系。', en: 'Name the system that the coordinates are in.' },
  );
}

function isOutside(
  reading: CrsReading,
  sample: readonly GeoPosition[],
  [west, south, east, north]: BoundingBox,
): boolean {
  const convert = toDegreesOf(reading);
  return sample.every((position) => {
    const [longitude, latitude] = convert(position);
    return (
      longitude < west - 1 || longitude > east + 1 || latitude < south - 1 || latitude > north + 1
    );
  });
}

function nameOf({ code, isSwapped }: CrsReading): string {
  return isSwapped === true ? `${code} (y, x)` : code;
}

function undeclared(candidates: readonly CrsReading[]): ImportIssue {
  const names = candidates.map(nameOf).join(', ');
  return issue(
    'crs-undeclared',
    'warning',
    {
      zh: `文件没有声明坐标系；落在规划范围内的有：${names}。`,
      en: `no system is declared; these bring it into the plan's area: ${names}.`,
    },
    { zh: '在图上比对后确认一个。', en: 'Compare them on the map and confirm one.' },
  );
}

function nothingFits(sample: readonly GeoPosition[]): ImportIssue {
  const [x = 0, y = 0] = sample[0] ?? [];
  return issue(
    'crs-unknown',
    'error',
    {
      zh: `没有声明坐标系，坐标（如 ${x}, ${y}）按已知坐标系都不在规划范围内。`,
      en: `no system is declared, and coordinates such as ${x}, ${y} lie in the plan's area in none that is known.`,
    },
    {
      zh: '向来源方询问坐标系；自定义坐标要先转换。',
      en: 'Ask for the system; local coordinates have to be converted first.',
    },
  );
}

function swappedAxes(code: string): ImportIssue {
  return issue(
    'axes-swapped',
    'note',
    {
      zh: `文件的纵坐标（纬度）在前，按 ${code} 对调后读取。`,
      en: `the file gives northing or latitude first; it was read as ${code} with its axes swapped.`,
    },
    { zh: '在图上核对位置。', en: 'Check the place on the map.' },
  );
}

/** Datums whose parameters to CGCS2000 are local, in the names of systems. */
const LOCAL_DATUM = /xi'?an|西安|beijing|peking|北京|krasovsky/i;

/** Codes of Xi'an 1980, Beijing 1954 and the new Beijing datum. Source: PROJ's database, EPSG v10.098. */
const LOCAL_CODES = [
  [2327, 2390],
  [2401, 2442],
  [21413, 21423],
  [21453, 21463],
  [21473, 21483],
  [4568, 4589],
  [4652, 4656],
  [4766, 4800],
  [4214, 4214],
  [4555, 4555],
  [4610, 4610],
] as const;

function isLocal(name: string): boolean {
  const code = epsgNumber(name);
  return (
    LOCAL_DATUM.test(name) ||
    (code !== undefined && LOCAL_CODES.some(([from, to]) => code >= from && code <= to))
  );
}

function unusable(name: string): ImportIssue {
  if (!isLocal(name))
    return issue(
      'crs-unusable',
      'error',
      {
        zh: `坐标系“${name}”不在可读之列。`,
        en: `the system "${name}" is none of those that are read.`,
      },
      {
        zh: '先换算到 CGCS2000（EPSG:4490、4549、4528 等），或用 --crs 指明与之相同的坐标系。',
        en: 'Convert it to CGCS2000 (EPSG:4490, 4549, 4528 …), or name a system that is the same with --crs.',
      },
    );
  return issue(
    'crs-unusable',
    'error',
    {
      zh: `坐标系“${name}”不能直接换算到 CGCS2000（相差几十米到上百米，需当地参数）。`,
      en: `the system "${name}" cannot be converted to CGCS2000 without local parameters (it is off by tens of metres to over a hundred).`,
    },
    { zh: '请测绘部门转换后再选入。', en: 'Have a survey office convert it first.' },
  );
}

function shiftedHint(code: string): ImportIssue {
  return issue(
    'crs-shifted',
    'warning',
    {
      zh: `这种文件通常是 ${code} 坐标，在这里偏约 470 米。`,
      en: `files of this kind are usually in ${code}, which is off by some 470 m here.`,
    },
    {
      zh: '在图上比对后确认；尽量索取未偏移的数据。',
      en: 'Compare it on the map and confirm; ask for data that are not shifted.',
    },
  );
}

function corrected(code: string): ImportIssue {
  return issue(
    'crs-corrected',
    'warning',
    {
      zh: `由 ${code} 纠偏而来，残差不明，不参与岸线审计，除非坚持。`,
      en: `corrected from ${code}; what is left of the shift is not known, and it stays out of the audit unless insisted upon.`,
    },
    { zh: '用未偏移的数据替换。', en: 'Replace it with data that are not shifted.' },
  );
}

function overridden(declared: string, chosen: string): ImportIssue {
  return issue(
    'crs-overridden',
    'warning',
    {
      zh: `文件声明 ${declared}，按用户指定的 ${chosen} 读取。`,
      en: `the file declares ${declared}; it was read as ${chosen}, as told.`,
    },
    { zh: '确认无误。', en: 'Make sure that this is meant.' },
  );
}

function outsideFrame(code: string): ImportIssue {
  return issue(
    'outside-frame',
    'warning',
    {
      zh: `按 ${code} 全部落在规划范围之外。`,
      en: `in ${code}, all of it lies outside the plan's area.`,
    },
    {
      zh: '核对坐标系，或确认是别处的数据。',
      en: 'Check the system, or that data of another place are meant.',
    },
  );
}
