import { type FileOrigin, KEPT_REASONS } from '../../domain/file-origin.ts';

/**
 * Where the answer for a file came from: the network, unless the service worker says that it is a kept
 * copy (`KEPT_HEADERS` in `src/offline/plan-keeper.ts`).
 */
export function originOf(response: Response): FileOrigin {
  const header = (name: string): string => response.headers.get(`coastplan-kept-${name}`) ?? '';
  const reason = KEPT_REASONS.find((known) => known === header('reason'));
  return reason === undefined
    ? { kind: 'network', at: new Date().toISOString() }
    : { kind: 'kept', keptAt: header('at'), reason, about: decodeURI(header('about')) };
}
