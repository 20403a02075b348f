import { effect } from '@preact/signals';
import { auditReport } from '../../data/audit/audit-report.ts';
import {
  HOST_PROTOCOL,
  type HostMessage,
  parseHostMessage,
} from '../../data/embed/host-message.ts';
import { assertNever } from '../../domain/result.ts';
import { selectionId } from '../../domain/selection.ts';
import { formatUrlState, parseUrlState } from '../address/url-state.ts';
import { auditedFiles } from '../audit/audited-files.ts';
import type { Controller } from '../controller.ts';
import type { Model } from '../state/model.ts';

/** The page around, as far as the map may know it. */
export type Host = {
  /** Its origin where the browser tells; else it is known from its first message. */
  readonly origin: string | undefined;
  /** Sends to the page if it is of this origin, and to nobody if it is not. */
  readonly post: (message: object, origin: string) => void;
};

/** What the host's wishes do to the desk. */
export type HostedController = Pick<Controller, 'model' | 'showSelection' | 'applyUrl'>;

/** Answers the page around, once the catalogue says which one may speak. Everybody else is left without. */
export function connectHost(
  controller: HostedController,
  host: Host,
): Promise<(event: Pick<MessageEvent<unknown>, 'origin' | 'data'>) => void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const state = controller.model.plan.catalogue.value;
      if (state.kind === 'loading') return;
      const allowed = state.kind === 'ready' ? state.catalogue.hostOrigins : [];
      queueMicrotask(() => {
        stop();
        resolve(answering(controller, host, allowed));
      });
    });
  });
}

function answering(
  controller: HostedController,
  host: Host,
  allowed: readonly string[],
): (event: Pick<MessageEvent<unknown>, 'origin' | 'data'>) => void {
  const logOnce = onceEach();
  let known: string | undefined;
  const handshake = (origin: string): void => {
    if (known !== undefined) return;
    known = origin;
    const send = (message: object): void =>
      host.post({ coastplan: HOST_PROTOCOL, ...message }, origin);
    send({ kind: 'ready', language: controller.model.page.language.peek() });
    emitChanges(controller.model, send);
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
    handleMessage(message, controller, reply);
  };
}

function handleMessage(
  message: HostMessage,
  controller: HostedController,
  reply: (answer: object) => void,
): void {
  const { model } = controller;
  switch (message.kind) {
    case 'hello':
      // Whoever is allowed has been told `ready` by now.
      return;
    case 'show': {
      const [search = '', hash = ''] = message.address.split('#');
      const view = parseUrlState({ search, hash });
      controller.applyUrl(view);
      const id = view.select ?? view.zone;
      if (view.camera === undefined && id !== undefined) showOnceThere(controller, id);
      return;
    }
    case 'select':
      if (message.id === null) model.selection.clear();
      else {
        model.selection.select(message.id);
        showOnceThere(controller, message.id);
      }
      return;
    case 'get-figures':
      model.audit.request();
      void figures(model).then((answer) => reply({ ...answer, ...requestOf(message) }));
      return;
    default:
      assertNever(message);
  }
}

function requestOf({ request }: Extract<HostMessage, { kind: 'get-figures' }>): object {
  return request === undefined ? {} : { request };
}

/** The map goes to what was picked as soon as it has been loaded, unless something else is picked before. */
function showOnceThere({ model, showSelection }: HostedController, id: string): void {
  const stop = effect(() => {
    const selection = model.selection.current.value;
    const isOver = model.selection.id.value !== id && model.selection.zone.value?.id !== id;
    const isThere = selection !== undefined && selectionId(selection) === id;
    if (!isOver && !isThere) return;
    queueMicrotask(() => stop());
    if (isThere) requestAnimationFrame(showSelection);
  });
}

/** The figures of the coast as `npm run audit -- --format json` prints them, or why there are none. */
function figures(model: Model): Promise<object> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const state = model.audit.state.value;
      if (state.kind === 'waiting') return;
      queueMicrotask(() => stop());
      if (state.kind === 'failed') {
        resolve({ kind: 'figures', figures: null, reason: state.reason });
        return;
      }
      void auditedFiles(model).then(({ inputs, setAside }) =>
        resolve({
          kind: 'figures',
          figures: auditReport({
            audit: state.answer.audit,
            segments: model.plan.segments.peek(),
            zones: model.plan.zones.peek(),
            isSurveyed: model.plan.isSurveyed.peek(),
            files: inputs.map(({ role, file, sha256 }) => ({ role, file, sha256 })),
            setAside,
            reasons: state.answer.reasons ?? [],
            language: model.page.language.peek(),
          }),
        }),
      );
    });
  });
}

/** Tells what is picked and where the map looks, whenever it changes. */
function emitChanges(model: Model, send: (message: object) => void): void {
  let picked: string | undefined;
  effect(() => {
    const selection = model.selection.current.value;
    const id = selection && selectionId(selection);
    if (id === picked) return;
    picked = id;
    send({ kind: 'selected', id: id ?? null, what: selection?.kind ?? null });
  });
  let shown: string | undefined;
  effect(() => {
    const { isEmbedded: _, ...view } = model.url.state.value;
    const { search, hash } = formatUrlState(view);
    const address = `${search}${hash}`;
    if (address === shown) return;
    shown = address;
    send({ kind: 'view-changed', address });
  });
}

/** Says each thing once, however often it happens: a page may send a thousand messages. */
function onceEach(): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (said.size >= 2 || said.has(text)) return;
    said.add(text);
    console.info(text);
  };
}
