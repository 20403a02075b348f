import type { Geometry } from 'geojson';
import type { WriteOptions } from 'hucre';
import type { ClassCodes } from '../../data/export/class-codes.ts';
import type { DataArchive } from '../../data/export/export-files.ts';
import type { ExportTable } from '../../data/export/export-table.ts';
import type { PlanToExport } from '../../data/export/plan-tables.ts';
import type { DataAbout } from '../../data/export/written-files.ts';
import type { ProjectToWrite } from '../../data/project-file/write-project.ts';
import { workbookText, xmlText } from '../../domain/file-text.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import { measureDissolved } from '../../domain/geometry/polygon-union.ts';
import type { Position } from '../../domain/geometry.ts';
import type { DataFormatChoice } from '../../domain/own-data/data-export.ts';
import type {
  ZoneStatistics,
  ZoneStatisticsQuestion,
} from '../../domain/projects/zone-statistics.ts';
import { reasonOf } from '../../domain/result.ts';
import type { ComparedStates } from '../../domain/versions/compare-versions.ts';
import type { VersionChange } from '../../domain/versions/version-change.ts';
import { postAnswer } from './post-answer.ts';
import { representativePoint } from './representative-point.ts';
import { runSteps } from './run-steps.ts';
import { addPiece, eachState, type TextPiece, textGiver } from './work-texts.ts';

/** What is measured of a site: size on both earth models, and a position that stands for it. */
export type MeasuredSite = { readonly measurement: Measurement; readonly point?: Position };

/** What the page asks of the worker, once: to measure sites, count by zone, write a workbook, data or a project, compare. */
export type ExportRequest =
  | { readonly kind: 'measure'; readonly sites: readonly Geometry[] }
  | { readonly kind: 'count'; readonly question: ZoneStatisticsQuestion }
  | { readonly kind: 'write'; readonly workbook: WriteOptions }
  | { readonly kind: 'data'; readonly order: DataOrder }
  | { readonly kind: 'project'; readonly project: ProjectToWrite }
  | { readonly kind: 'compare'; readonly states: ComparedStates };

/** What of plan and work is to be written as data, and how. */
export type DataOrder = {
  readonly plan: PlanToExport;
  readonly codes: ClassCodes;
  readonly choice: DataFormatChoice;
  readonly about: DataAbout;
};

/** What the worker answers: how far it is, from 0 to 1, then the result, or why there is none. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'measured'; readonly sites: readonly MeasuredSite[] }
  | { readonly kind: 'counted'; readonly statistics: ZoneStatistics }
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'archived'; readonly archive: DataArchive }
  | { readonly kind: 'compared'; readonly changes: readonly VersionChange[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** Sites measured between two words of progress. */
const A_STEP = 200;

/** Texts that came before the request that they belong to. */
const texts: string[] = [];

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest | TextPiece>) => {
  if (data.kind === 'text') addPiece(texts, data);
  else
    void answer(data).then((reply) =>
      postAnswer<ExportReply>(reply, (reason) => ({ kind: 'failed', reason })),
    );
});

async function answer(request: ExportRequest): Promise<ExportReply> {
  try {
    if (request.kind === 'measure') return { kind: 'measured', sites: measured(request.sites) };
    if (request.kind === 'count')
      return { kind: 'counted', statistics: await counted(request.question) };
    if (request.kind === 'data')
      return { kind: 'archived', archive: await archived(request.order) };
    if (request.kind === 'compare')
      return { kind: 'compared', changes: await compared(request.states) };
    if (request.kind === 'project')
      return { kind: 'written', bytes: await projectBytes(request.project) };
    const { writeXlsx } = await import('hucre/xlsx');
    return { kind: 'written', bytes: new Uint8Array(await writeXlsx(legible(request.workbook))) };
  } catch (cause) {
    return { kind: 'failed', reason: reasonOf(cause) };
  }
}

/** The workbook with texts as its cells can hold them; every workbook of the app is written here. */
function legible({ sheets, properties, ...rest }: WriteOptions): WriteOptions {
  return {
    ...rest,
    sheets: sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      ...(rows && {
        rows: rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? workbookText(cell) : cell)),
        ),
      }),
    })),
    ...(properties && {
      properties: {
        ...properties,
        ...(properties.title !== undefined && { title: xmlText(properties.title) }),
      },
    }),
  };
}

function measured(sites: readonly Geometry[]): readonly MeasuredSite[] {
  return sites.map((geometry, index) => {
    const share = index / sites.length;
    if (index % A_STEP === 0) self.postMessage({ kind: 'progress', share } satisfies ExportReply);
    const point = representativePoint(geometry);
    return { measurement: measureDissolved(geometry), ...(point && { point }) };
  });
}

async function counted(question: ZoneStatisticsQuestion): Promise<ZoneStatistics> {
  const { countingByZone } = await import('../../domain/projects/zone-statistics.ts');
  return runSteps(countingByZone(question), {
    onProgress: (share) => self.postMessage({ kind: 'progress', share } satisfies ExportReply),
  });
}

/** What differs between two states; texts of the user's data are read as GeoJSON, ids to the last digit. */
async function compared({ before, after }: ComparedStates): Promise<readonly VersionChange[]> {
  const [{ compareVersions }, { readFeatures }] = await Promise.all([
    import('../../domain/versions/compare-versions.ts'),
    import('../../data/project-file/read-features.ts'),
  ]);
  const give = textGiver(texts);
  return compareVersions({ before: give(before), after: give(after) }, readFeatures);
}

/** The bytes of a project; what writes and hashes them is fetched with the first one. */
async function projectBytes(project: ProjectToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const [{ writeProject }, { sha256 }, { bytesToHex }] = await Promise.all([
    import('../../data/project-file/write-project.ts'),
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ]);
  const work = eachState(project.work, textGiver(texts));
  return writeProject({ ...project, work }, (bytes) => bytesToHex(sha256(bytes)));
}

/** Tables take a third of the work: lengths and areas are measured for them. */
const TABLES_SHARE = 0.3;

/** The archive of an order; the writers are fetched with the first one. */
async function archived({ plan, codes, choice, about }: DataOrder): Promise<DataArchive> {
  const [{ planTables }, { exportArchive }, { codeNotes }] = await Promise.all([
    import('../../data/export/plan-tables.ts'),
    import('../../data/export/export-files.ts'),
    import('../../data/export/class-codes.ts'),
  ]);
  const tell = (share: number): void =>
    self.postMessage({ kind: 'progress', share } satisfies ExportReply);
  const parts = Object.keys(plan).length;
  const tables: ExportTable[] = [];
  for (const table of planTables(plan, codes)) {
    tables.push(table);
    tell((TABLES_SHARE * tables.length) / parts);
  }
  return exportArchive(tables, choice, {
    about,
    codes: codeNotes(codes),
    onShare: (share) => tell(TABLES_SHARE + (1 - TABLES_SHARE) * share),
  });
}
