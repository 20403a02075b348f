import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Position } from '../../domain/geometry.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { ShoreFinding } from '../../domain/map-tools/shore-inquiry.ts';
import type { Draft } from './draft-site.ts';

/** A place that the user asks about, and the state of its answer. */
export type InquiryState = {
  readonly at: Position;
  readonly answer:
    | { readonly kind: 'measuring' }
    | { readonly kind: 'ready'; readonly finding: ShoreFinding | undefined }
    | { readonly kind: 'failed'; readonly reason: string };
};

/** The corners of a shape in hand: how many can be taken back and set again, and what does so. */
export type CornerHistory = {
  readonly set: number;
  readonly takenBack: number;
  readonly takeBack: () => void;
  readonly setAgain: () => void;
};

/** The tools on the map: what is being drawn, the ruler, and the question about a place. */
export type MapTools = {
  readonly drawing: Signal<DrawIntent | undefined>;
  readonly draft: Signal<Draft | undefined>;
  readonly rulerShape: ReadonlySignal<DrawnShape | undefined>;
  readonly inquiry: ReadonlySignal<InquiryState | undefined>;
  /** Undefined while no shape is drawn corner by corner. */
  readonly corners: ReadonlySignal<CornerHistory | undefined>;
  /** Begins or ends drawing; a shape that is not finished is dropped. */
  readonly begin: (intent: DrawIntent | undefined) => void;
  readonly actions: {
    /** Asks about a place; `undefined` ends the question. */
    readonly askAbout: (at: Position | undefined) => void;
    readonly showInquiry: (next: InquiryState) => void;
    /** Opens or closes the ruler. */
    readonly toggleRuler: () => void;
    readonly setRulerShape: (shape: DrawnShape | undefined) => void;
    /** Whether a new shape has corners that one stray press would lose. */
    readonly hasShapeInHand: () => boolean;
    /** Ends drawing; a shape in hand is given up only when asked a second time. Returns whether it has ended. */
    readonly giveUp: () => boolean;
    readonly showCorners: (next: CornerHistory | undefined) => void;
    readonly setDraft: (next: Draft | undefined) => void;
  };
};

/** This many corners are work: one press does not lose them. */
const MOST_LOST = 2;

/** Makes the tools on the map; none of them is in use. */
export function createMapTools(): MapTools {
  const drawing = signal<DrawIntent | undefined>(undefined);
  const draft = signal<Draft | undefined>(undefined);
  const rulerShape = signal<DrawnShape | undefined>(undefined);
  const inquiry = signal<InquiryState | undefined>(undefined);
  const corners = signal<CornerHistory | undefined>(undefined);
  /** How many corners there were when giving up was last asked for. */
  let askedAt: number | undefined;
  const hasShapeInHand = (): boolean =>
    (drawing.value?.kind === 'new' || drawing.value?.kind === 'feature') &&
    (corners.value?.set ?? 0) >= MOST_LOST;
  const begin = (intent: DrawIntent | undefined): void => {
    batch(() => {
      corners.value = undefined;
      draft.value = undefined;
      rulerShape.value = undefined;
      drawing.value = intent;
    });
  };
  return {
    ...{ drawing, draft, rulerShape, inquiry, corners },
    begin,
    actions: {
      askAbout: (at) => {
        inquiry.value = at && { at, answer: { kind: 'measuring' } };
      },
      showInquiry: (next) => {
        if (inquiry.value?.at === next.at) inquiry.value = next;
      },
      toggleRuler: () => {
        batch(() => {
          rulerShape.value = undefined;
          drawing.value =
            drawing.value?.kind === 'measure' ? undefined : { kind: 'measure', measure: 'length' };
        });
      },
      setRulerShape: (shape) => {
        rulerShape.value = shape;
      },
      hasShapeInHand,
      giveUp: () => {
        const set = corners.value?.set;
        if (hasShapeInHand() && askedAt !== set) {
          askedAt = set;
          return false;
        }
        askedAt = undefined;
        begin(undefined);
        return true;
      },
      showCorners: (next) => {
        corners.value = next;
      },
      setDraft: (next) => {
        draft.value = next;
      },
    },
  };
}
