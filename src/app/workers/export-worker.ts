import type { Geometry } from 'geojson';
import type { WriteOptions } from 'hucre';
import { workbookText, xmlText } from '../../domain/file-text.ts';
import { type Measurement, measureGeometry } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import { reasonOf } from '../../domain/result.ts';
import { representativePoint } from './representative-point.ts';

/** What is measured of a site: size on both earth models, and a position that stands for it. */
export type MeasuredSite = { readonly measurement: Measurement; readonly point?: Position };

/** What the page asks of the worker, once: to measure sites, or to write a workbook. */
export type ExportRequest =
  | { readonly kind: 'measure'; readonly sites: readonly Geometry[] }
  | { readonly kind: 'write'; readonly workbook: WriteOptions };

/** What the worker answers: how far it is, from 0 to 1, then the result, or why there is none. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'measured'; readonly sites: readonly MeasuredSite[] }
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };

/** Sites measured between two words of progress. */
const A_STEP = 200;

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  void answer(data).then((reply) => self.postMessage(reply));
});

async function answer(request: ExportRequest): Promise<ExportReply> {
  try {
    if (request.kind === 'measure') return { kind: 'measured', sites: measured(request.sites) };
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
    return { measurement: measureGeometry(geometry), ...(point && { point }) };
  });
}
