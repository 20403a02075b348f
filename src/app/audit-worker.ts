import type { Geometry } from 'geojson';
import type { Audit, AuditRule } from '../domain/audit.ts';
import { auditCoastline } from '../domain/audit-coastline.ts';
import type { CoastlineSegment, RealmChoice } from '../domain/coastline.ts';
import { type Measurement, measureGeometry } from '../domain/geodesy.ts';
import type { Zone } from '../domain/zone.ts';

/** What the page asks of the worker. */
export type AuditRequest =
  | {
      readonly kind: 'audit';
      readonly id: number;
      readonly segments: readonly CoastlineSegment[];
      readonly zones: readonly Zone[];
      readonly rule: AuditRule;
      readonly realms: readonly RealmChoice[];
    }
  | { readonly kind: 'measure'; readonly id: number; readonly geometry: Geometry };

/** What the worker answers: to a request by its id. */
export type AuditReply =
  | { readonly kind: 'audit'; readonly id: number; readonly audits: readonly Audit[] }
  | { readonly kind: 'measure'; readonly id: number; readonly measurement: Measurement }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

self.addEventListener('message', ({ data }: MessageEvent<AuditRequest>) => {
  self.postMessage(answer(data));
});

function answer(request: AuditRequest): AuditReply {
  const { id } = request;
  try {
    switch (request.kind) {
      case 'audit': {
        const { segments, zones, rule, realms } = request;
        const audits = realms.map((realm) => auditCoastline({ segments, zones, rule, realm }));
        return { kind: 'audit', id, audits };
      }
      case 'measure':
        return { kind: 'measure', id, measurement: measureGeometry(request.geometry) };
    }
  } catch (cause) {
    return { kind: 'failed', id, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}
