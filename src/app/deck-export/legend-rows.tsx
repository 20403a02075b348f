import type { JSX } from 'preact';
import type { ZoneStanding } from '../../domain/audit/zone-standing.ts';
import { INK_COLOURS } from '../../domain/ink-colours.ts';
import { type LegendEntry, legendGroups } from '../../domain/legend/legend-content.ts';
import { MAP_COLOURS, type Theme } from '../../domain/symbology.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { VERDICT_SHAPES } from '../../ui/audit/verdict.tsx';
import type { I18n } from '../../ui/i18n.tsx';
import { legendGroupName, legendName } from '../../ui/legend/legend-symbol.tsx';
import { standingGroups } from '../../ui/presentation/verdict-legend.tsx';
import { PlacedLegendSymbol } from '../../ui/print/page-svg.tsx';
import { renderSvg } from '../../ui/print/render-svg.ts';
import { dataUrl } from '../image/map-image.ts';
import { zonesByStanding } from '../main-map/scene-subject.ts';
import { withShapes } from '../presentation/compared-slide.ts';
import { legendOfSubject } from '../presentation/slide-subject.ts';
import type { Model } from '../state/model.ts';
import type { DrawnMap } from './draw-maps.ts';
import type { SlideLegendRow } from './slide-legend.ts';

/** One legend for the maps of a slide: what either shows, the slide's topic first, as in the presentation. */
export async function legendRows(
  drawn: readonly DrawnMap[],
  { subject }: SavedView,
  model: Pick<Model, 'plan' | 'audit'>,
  words: I18n,
): Promise<readonly SlideLegendRow[]> {
  const [first] = drawn;
  if (first === undefined) return [];
  const { theme } = first;
  const whole = {
    ...{ theme, groups: model.plan.groups.peek() },
    entries: withShapes(drawn.flatMap(({ entries }) => entries)),
  };
  const legend = subject === undefined ? whole : legendOfSubject(model, whole, subject);
  const isOfScenario = ({ kind }: LegendEntry): boolean => kind === 'sketch';
  const rows: SlideLegendRow[] = [];
  if (subject?.hasVerdicts === true) rows.push(...(await verdictRows(model, words)));
  for (const entries of [
    legend.entries.filter(isOfScenario),
    legend.entries.filter((entry) => !isOfScenario(entry)),
  ]) {
    for (const group of legendGroups(entries, legend.groups)) {
      rows.push({ name: legendGroupName(group, words) });
      for (const entry of group.entries)
        rows.push({ name: legendName(entry, words), sign: await entrySign(entry, theme) });
    }
  }
  return rows;
}

async function verdictRows(
  model: Pick<Model, 'audit'>,
  words: I18n,
): Promise<readonly SlideLegendRow[]> {
  const state = model.audit.state.peek();
  if (state.kind !== 'ready') return [];
  const { zones, overall } = state.answer.audit;
  const rows: SlideLegendRow[] = [];
  for (const group of standingGroups(zonesByStanding(zones), overall.target, words)) {
    rows.push({ name: group.title });
    for (const { standing, name } of group.rows)
      rows.push({ name, sign: await signPng(<StandingSign standing={standing} />) });
  }
  return rows;
}

/** Tints and a hatch, as on the map. */
const SIGNS: Readonly<Record<ZoneStanding, { readonly colour: string; readonly opacity: number }>> =
  {
    fail: { colour: INK_COLOURS.fail.projector, opacity: 0.42 },
    'too-close': { colour: INK_COLOURS['too-close'].projector, opacity: 0.7 },
    pass: { colour: INK_COLOURS.pass.projector, opacity: 0.22 },
    takes: { colour: INK_COLOURS['too-close'].projector, opacity: 0.42 },
    either: { colour: INK_COLOURS['too-close'].projector, opacity: 0.7 },
    adds: { colour: MAP_COLOURS.zone.projector, opacity: 0.12 },
  };

function StandingSign({ standing }: { readonly standing: ZoneStanding }): JSX.Element {
  const { colour, opacity } = SIGNS[standing];
  return (
    <SignSheet>
      {standing === 'too-close' || standing === 'either' ? (
        <path
          d="M-4 20L16 0M4 20L24 0M12 20L32 0M20 20L40 0M28 20L48 0"
          stroke={colour}
          stroke-width="2"
          opacity={opacity}
        />
      ) : (
        <rect width="36" height="20" fill={colour} opacity={opacity} />
      )}
      <rect
        {...{ x: 0.5, y: 0.5, width: 35, height: 19, fill: 'none' }}
        stroke={MAP_COLOURS.zone.projector}
        stroke-dasharray="3 2"
      />
      <text x="18" y="15" font-size="14" text-anchor="middle" fill={INK_COLOURS.ink.paper}>
        {VERDICT_SHAPES[standing]}
      </text>
    </SignSheet>
  );
}

function entrySign(entry: LegendEntry, theme: Theme): Promise<string> {
  const sign = { key: entry.key, x: 0, y: 0, width: SIGN.width, height: SIGN.height };
  return signPng(
    <SignSheet>
      <PlacedLegendSymbol {...{ sign, entry, theme }} />
    </SignSheet>,
  );
}

/** A legend symbol's size, and the image pixels per symbol pixel: sharp on a large screen. */
const SIGN = { width: 36, height: 20, pixels: 5 } as const;

function SignSheet({ children }: { readonly children: JSX.Element | JSX.Element[] }): JSX.Element {
  const { width, height, pixels } = SIGN;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width * pixels}
      height={height * pixels}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

async function signPng(drawing: JSX.Element): Promise<string> {
  const [width, height] = [SIGN.width * SIGN.pixels, SIGN.height * SIGN.pixels];
  const address = URL.createObjectURL(new Blob([renderSvg(drawing)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas for a sign');
    context.drawImage(image, 0, 0, width, height);
    return await dataUrl(await canvas.convertToBlob({ type: 'image/png' }));
  } finally {
    URL.revokeObjectURL(address);
  }
}
