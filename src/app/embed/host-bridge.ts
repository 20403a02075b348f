import { effect } from '@preact/signals';
import { auditReport } from '../../data/audit/audit-report.ts';
import {
  HOST_PROTOCOL,
  type HostMessage,
  parseHostMessage,
} from '../../data/embed/host-message.ts';
import { reclassified } from '../../domain/audit/reclassification.ts';
import { assertNever } from '../../domain/result.ts';
import { selectionId } from '../../domain/selection.ts';
import { formatUrlState, parseUrlState } from '../address/url-state.ts';
import { auditedFiles } from '../audit/audited-files.ts';
import { createDisposer, type Dispose, type Disposer } from '../lifecycle/disposer.ts';
import { when } from '../lifecycle/when.ts';
import { answerProvenance, madeVersions } from '../persistence/answer-provenance.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';

/** The page around, as far as the map may know it. */
export type Host = {
  /** Its origin where the browser tells; else it is known from its first message. */
  readonly origin: string | undefined;
  /** Sends to the page if it is of this origin, else not at all. */
  readonly post: (message: object, origin: string) => void;
};

/** The parts of the controller that messages of the host reach. */
export type HostedController = Pick<Controller, 'model' | 'showSelection' | 'applyUrl'>;

/** A bridge: what it answers to, and until when. */
type Bridge = {
  readonly controller: HostedController;
  readonly host: Host;
  readonly disposer: Disposer;
};

/**
 * Answers the page around, once the catalogue says which origins are allowed; every other one gets no answer.
 * What is set up for it is undone by the disposer.
 * @throws the reason of the disposer's signal once it is aborted.
 */
export async function connectHost(
  controller: HostedController,
  host: Host,
  disposer: Disposer = createDisposer(),
): Promise<(event: Pick<MessageEvent<unknown>, 'origin' | 'data'>) => void> {
  const { catalogue } = controller.model.plan;
  await when(() => catalogue.value.kind !== 'loading', disposer.signal);
  const state = catalogue.peek();
  const allowed = state.kind === 'ready' ? state.catalogue.hostOrigins : [];
  return answering({ controller, host, disposer }, allowed);
}

function answering(
  { controller, host, disposer }: Bridge,
  allowed: readonly string[],
): (event: Pick<MessageEvent<unknown>, 'origin' | 'data'>) => void {
  const logOnce = onceEach();
  let known: string | undefined;
  let stopWaiting = (): void => undefined;
  disposer.add(() => stopWaiting());
  const showOnceLoaded = (id: string): void => {
    stopWaiting();
    stopWaiting = showWhenLoaded(controller, id);
  };
  const handshake = (origin: string): void => {
    if (known !== undefined) return;
    known = origin;
    const send = (message: object): void =>
      host.post({ coastplan: HOST_PROTOCOL, ...message }, origin);
    send({ kind: 'ready', language: controller.model.page.language.peek() });
    emitChanges(controller.model, send, disposer);
  };
  if (host.origin !== undefined && allowed.includes(host.origin)) handshake(host.origin);
  return ({ origin, data }) => {
    if (!allowed.includes(origin)) {
      logOnce(`messages of ${origin} are ignored: catalogue.json, embedding.origins, has it not`);
      return;
    }
    const message = parseHostMessage(data);
    if (message === undefined) {
      logOnce(`a message of ${origin} is no message of version ${HOST_PROTOCOL} and is ignored`);
      return;
    }
    handshake(origin);
    const reply = (answer: object): void =>
      host.post({ coastplan: HOST_PROTOCOL, ...answer }, origin);
    handleMessage(message, { controller, disposer, showOnceLoaded }, reply);
  };
}

type MessageContext = Omit<Bridge, 'host'> & {
  readonly showOnceLoaded: (id: string) => void;
};

function handleMessage(
  message: HostMessage,
  { controller, disposer, showOnceLoaded }: MessageContext,
  reply: (answer: object) => void,
): void {
  const { model } = controller;
  switch (message.kind) {
    case 'hello':
      // An allowed page has been sent `ready` by now.
      return;
    case 'show': {
      const [search = '', hash = ''] = message.address.split('#');
      const view = parseUrlState({ search, hash });
      controller.applyUrl(view);
      const id = view.select ?? view.zone;
      if (view.camera === undefined && id !== undefined) showOnceLoaded(id);
      return;
    }
    case 'select':
      if (message.id === null) model.selection.clear();
      else {
        model.selection.select(message.id);
        showOnceLoaded(message.id);
      }
      return;
    case 'get-figures':
      model.audit.request();
      figures(model, disposer.signal).then(
        (answer) => reply({ ...answer, ...requestOf(message) }),
        (cause: unknown) => {
          if (!disposer.signal.aborted) console.error('no figures for the page around:', cause);
        },
      );
      return;
    default:
      assertNever(message);
  }
}

function requestOf({ request }: Extract<HostMessage, { kind: 'get-figures' }>): object {
  return request === undefined ? {} : { request };
}

/** Moves the map to a selection once it is loaded, unless something else is selected before. */
function showWhenLoaded({ model, showSelection }: HostedController, id: string): Dispose {
  const stop = effect(() => {
    const selection = model.selection.current.value;
    const isOver = model.selection.id.value !== id && model.selection.zone.value?.id !== id;
    const isThere = selection !== undefined && selectionId(selection) === id;
    if (!isOver && !isThere) return;
    queueMicrotask(() => stop());
    if (isThere) requestAnimationFrame(showSelection);
  });
  return stop;
}

/** The figures of the coast as `npm run audit -- --format json` prints them, or why there are none. */
async function figures(
  model: Pick<Model, 'audit' | 'page' | 'plan'>,
  signal: AbortSignal,
): Promise<object> {
  await when(() => model.audit.state.value.kind !== 'waiting', signal);
  const state = model.audit.state.peek();
  if (state.kind !== 'ready')
    return {
      kind: 'figures',
      figures: null,
      ...(state.kind === 'failed' && { reason: state.reason }),
    };
  const { answer } = state;
  const { inputs, setAside } = await auditedFiles(model);
  const made = await madeVersions(model, answer);
  return {
    kind: 'figures',
    figures: auditReport({
      audit: answer.audit,
      segments: reclassified(model.plan.loadedSegments.peek(), answer.log),
      zones: model.plan.zones.peek(),
      coastStatus: model.plan.coastStatus.peek(),
      files: [
        ...inputs.map(({ role, file, sha256 }) => ({ role, file, sha256 })),
        ...made.map((version) => ({ ...version, made: true as const })),
      ],
      setAside,
      provenance: await answerProvenance(model, answer),
      reasons: answer.reasons ?? [],
      language: model.page.language.peek(),
    }),
  };
}

/** Sends the selection and the address whenever they change. */
function emitChanges(
  model: Pick<Model, 'selection' | 'url'>,
  send: (message: object) => void,
  disposer: Disposer,
): void {
  let picked: string | undefined;
  let shown: string | undefined;
  disposer.add(
    effect(() => {
      const selection = model.selection.current.value;
      const id = selection && selectionId(selection);
      if (id === picked) return;
      picked = id;
      send({ kind: 'selected', id: id ?? null, what: selection?.kind ?? null });
    }),
    effect(() => {
      const { isEmbedded: _, ...view } = model.url.state.value;
      const { search, hash } = formatUrlState(view);
      const address = `${search}${hash}`;
      if (address === shown) return;
      shown = address;
      send({ kind: 'view-changed', address });
    }),
  );
}

/** Logs each text once, however often it happens: a page may send a thousand messages. */
function onceEach(): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (said.size >= 2 || said.has(text)) return;
    said.add(text);
    console.info(text);
  };
}
