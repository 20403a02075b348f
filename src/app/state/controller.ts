import type { ReadonlySignal } from '@preact/signals';
import type { CheckedInput } from '../../data/checks/check-audited.ts';
import type { FileToCheck } from '../../data/checks/check-files.ts';
import type { AreaQuestion } from '../../domain/audit/area-statistics.ts';
import type { Audit, CoverageFault } from '../../domain/audit/audit.ts';
import type { AuditAnswer, AuditQuestion } from '../../domain/audit/audit-question.ts';
import type { IslandAudit } from '../../domain/audit/islands.ts';
import type { ChangeAnswer, ChangeQuestion } from '../../domain/coast-change/change-question.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import type { BoundingBox, Position } from '../../domain/geometry.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type {
  Footprint,
  ScenarioAnswer,
  ScenarioQuestion,
  Site,
} from '../../domain/scenarios/scenario.ts';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import type { LedgerQuestion, YearLedger } from '../../domain/site-register/year-ledger.ts';
import type { Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import type { Stopwatch } from '../../domain/views/stopwatch.ts';
import type { MapPadding, MapScene } from '../../map/scene.ts';
import type { Judgement } from '../../ui/audit/reclassify-form.tsx';
import type { I18n } from '../../ui/i18n.tsx';
import type { ReportImage } from '../../ui/report/report-map.tsx';
import type { ViewState } from '../address/url-state.ts';
import type { Model } from './model.ts';

/**
 * The running app as its features see it: the model, and what reaches out to map, workers and files.
 * Types only, below the features, so that none of them imports the wiring (`create-controller.ts`).
 */
export type Controller = MapNavigation & {
  readonly model: Model;
  /** Whether the app runs inside another page. */
  readonly isEmbedded: boolean;
  /** Undefined until the map is drawn, and in an embedded map. */
  readonly offline: ReadonlySignal<Offline | undefined>;
  /** Length and area of the selection; undefined until the worker has measured it. */
  readonly measurement: ReadonlySignal<Measurement | undefined>;
  /** Draws the map in an element; the returned function removes it again. */
  readonly openMap: (element: HTMLElement) => () => void;
  /** What the map shows. */
  readonly scene: ReadonlySignal<MapScene>;
  /** Applies a parsed address to the model and moves the map to its camera. */
  readonly applyUrl: (view: ViewState) => void;
  readonly search: SearchController;
  /** Saves a view of what the map shows, and says so. */
  readonly saveView: (words: I18n) => Promise<void>;
  /** Reclassifies stretches of coast as of now; can be undone. */
  readonly reclassify: (judgement: Judgement) => void;
  /** Begins or ends drawing on the map; `nameOf` names the new sites. */
  readonly draw: (intent: DrawIntent | undefined, nameOf: (number: number) => string) => void;
  /** What evaluates views off screen; the workers start with the first question. */
  readonly engines: () => Promise<EvaluationEngines>;
  /** Presents the open deck from a view on, else from its first. */
  readonly present: (from?: number) => void;
  /** Keys that the user presses before the presentation's code is there. */
  readonly earlyKeys: KeyBuffer;
  /** The presenter, fetched at the first call. */
  readonly openPresenter: () => Promise<Presenter>;
  /** An image of the whole coast for print; undefined where no map can be drawn. */
  readonly drawCoast: () => Promise<ReportImage | undefined>;
  /** Undoes all that `createController` did: effects, listeners, timers, workers and the map. */
  readonly destroy: () => void;
};

/** Holds keys from the moment a presentation is requested until its own code listens. */
export type KeyBuffer = {
  readonly hold: () => void;
  /** Dispatches the held keys again, in order; none after one that ends the presentation. */
  readonly release: () => void;
  readonly discard: () => void;
};

/** Moves the map, keeping what it moves to clear of panels and cards. */
export type MapNavigation = {
  readonly showSelection: () => void;
  /** Keeps the camera, but for the least move that brings the selection into the free part of the map. */
  readonly holdSelection: () => void;
  /** Selects a feature or zone and moves the map so that all of it is visible. */
  readonly selectAndShow: (id: string) => void;
  /** Selects the stretch at fault and moves the map to it. */
  readonly showFault: (place: Pick<CoverageFault, 'segmentIds' | 'line'>) => void;
  /** Clears the selection, marks a position and moves the map there. */
  readonly goTo: (at: Position) => void;
  /** Moves the map so that all of a box is visible; does nothing without a box. */
  readonly showBox: (box: BoundingBox | undefined) => void;
  readonly showWholeDistrict: () => void;
  /** Opens a saved view by its number and moves the map to what it showed; `over` replaces parts of it. */
  readonly openView: (number: number, over?: ViewState) => void;
  readonly zoomBy: (step: 1 | -1) => void;
  readonly resetNorth: () => void;
  /** Panels have changed their size: keeps what was fitted, or the selection, in view. */
  readonly refit: () => void;
  /** The same without animation, for a page that nobody has seen yet. */
  readonly refitAtOnce: () => void;
  /** The box in the free part of the map; undefined without a map, or while it is rotated or tilted. */
  readonly freeExtent: () => BoundingBox | undefined;
  /** What panels cover of the map, in pixels. */
  readonly covered: () => MapPadding;
};

/** The search box: its text, the answer, and what the user can do with it. */
export type SearchController = {
  readonly text: ReadonlySignal<string>;
  readonly answer: ReadonlySignal<SearchAnswer>;
  /** The user turns to the search: fetches the search engine and every layer. */
  readonly open: () => void;
  readonly type: (text: string) => void;
};

/** What the speaker sees and types beside the deck. Times are milliseconds as `Date.now()` gives them. */
export type SpeakerModel = {
  readonly watch: ReadonlySignal<Stopwatch>;
  /** The minutes that the talk may take; undefined without a target. */
  readonly targetMinutes: ReadonlySignal<number | undefined>;
  /** When the slide was shown; undefined before the first. */
  readonly slideSince: ReadonlySignal<number | undefined>;
  /** How large the notes are, as a factor. */
  readonly notesScale: ReadonlySignal<number>;
  /** Digits typed so far of the slide to go to. */
  readonly typed: ReadonlySignal<string>;
  /** A presentation begins. */
  readonly begin: (now: number) => void;
  /** A slide is shown. */
  readonly noteSlide: (now: number) => void;
  /** Stops the watch, or lets it run on. */
  readonly toggleWatch: (now: number) => void;
  /** Sets the watch to zero; it runs or stands as before. */
  readonly resetWatch: (now: number) => void;
  readonly aimFor: (minutes: number | undefined) => void;
  readonly scaleNotes: (scale: number) => void;
  readonly typeDigit: (digit: string) => void;
  readonly clearTyped: () => void;
};

/** Leads through a presentation. Each action is safe at any time. */
export type Presenter = {
  /** The speaker's side: watch, size of the notes, the number being typed. */
  readonly speaker: SpeakerModel;
  /** Shows the open deck from a view on, else from its first. */
  readonly start: (from?: number) => Promise<void>;
  readonly stop: () => void;
  /** Moves on by so many views, or back when negative; a blank screen only comes back. */
  readonly step: (by: number) => void;
  /** Shows the view at an index of the deck, from 0; a negative index counts from the end. */
  readonly goTo: (index: number) => void;
  /** Shows the slide again, exactly as it was saved. */
  readonly goBack: () => void;
  /** Gives the arrow keys to the map. */
  readonly explore: () => void;
  readonly switchTheme: () => void;
  /** Says so where the browser refuses it. */
  readonly toggleFullScreen: () => Promise<void>;
  /** Asks for full screen unless the page has it; for a key that also does something else. */
  readonly requestFullScreen: () => Promise<void>;
  /** A second window is about to open, for which some browsers end full screen. */
  readonly expectWindow: () => void;
};

/** What the browser has stored of the app: nothing (no service worker here), some of it so far, or all. */
export type CachedApp = 'nothing' | 'some' | 'all';

/** The app without a network, and its next version. */
export type Offline = {
  /** Undefined in the one-file build, which needs no network. */
  readonly kept: ReadonlySignal<CachedApp | undefined>;
  /** Whether a newer version may be offered: never during a presentation. */
  readonly isUpdateReady: ReadonlySignal<boolean>;
  /** Loads the newer version; `false` while another tab presents, which would lose its files. */
  readonly update: () => Promise<boolean>;
  /** Stops offering the newer version in this visit. */
  readonly dismiss: () => void;
};

/** What evaluates saved views: the model, the worker that knows the coast, and the one for footprints. */
export type EvaluationEngines = {
  readonly model: Model;
  readonly client: {
    /** @throws Error when the engine refuses its input, with the reason. */
    readonly ask: (question: AuditQuestion) => Promise<AuditAnswer>;
    /** @throws Error when the engine refuses its input, with the reason. */
    readonly tryScenario: (question: ScenarioQuestion) => Promise<ScenarioAnswer>;
    /** @throws Error when the engine refuses its input, with the reason. */
    readonly compareCoasts: (
      question: ChangeQuestion & { readonly afterText?: string },
      watch?: {
        readonly signal?: AbortSignal | undefined;
        readonly onProgress?: ((share: number) => void) | undefined;
      },
    ) => Promise<ChangeAnswer>;
    /** @throws Error when the engine refuses its input, with the reason. */
    readonly countByAreas: (
      question: AreaQuestion,
      watch?: {
        readonly signal?: AbortSignal | undefined;
        readonly onProgress?: ((share: number) => void) | undefined;
      },
    ) => Promise<Audit>;
    /** @throws Error when no coast has been measured. */
    readonly auditIslands: (
      question: AuditQuestion,
      watch?: { readonly signal?: AbortSignal | undefined },
    ) => Promise<IslandAudit>;
    /** @throws Error when the engine refuses its input, with the reason. */
    readonly balanceYears: (
      question: LedgerQuestion,
      watch?: {
        readonly signal?: AbortSignal | undefined;
        readonly onProgress?: ((share: number) => void) | undefined;
      },
    ) => Promise<YearLedger>;
    /** @throws Error when the worker fails, with the reason. */
    readonly checkFiles: (files: readonly FileToCheck[]) => Promise<readonly CheckedInput[]>;
    /** @throws Error when the engine refuses its input, with the reason. */
    readonly assess: (
      question: AuditQuestion & { readonly setAsideM: number },
      watch?: { readonly signal?: AbortSignal },
    ) => Promise<Uncertainty>;
  };
  readonly grounds: {
    /** @throws Error when the site is refused or takes too long. */
    readonly make: (site: Site) => Promise<Footprint>;
  };
};
