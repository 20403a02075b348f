import type { InputFile } from '../../data/audit/audit-report.ts';
import { RULE_SOURCE, type SourceFile } from '../state/audit-model.ts';
import type { Model } from '../state/model.ts';

/** A file behind the audit as it was read, and its role. */
export type AuditedSource = SourceFile & { readonly role: InputFile['role'] };

const ROLES = ['coastline', 'zones', 'rule'] as const;

/**
 * The files behind the audit: coastline, zones, rule, and by name, so that every visit lists them in one
 * order whichever arrived first.
 */
export function auditedSources({
  plan,
  audit,
}: Pick<Model, 'plan' | 'audit'>): readonly AuditedSource[] {
  const roles = new Map(plan.countedLayers.peek().map(({ layer }) => [layer.id, layer.role]));
  // A source is stored under the id of its layer; the rule has no layer, and what no longer counts is left out.
  const sources = [...audit.sources.peek()].flatMap(([id, source]): readonly AuditedSource[] => {
    if (id === RULE_SOURCE) return [{ ...source, role: 'rule' }];
    const role = roles.get(id);
    return role === 'coastline' || role === 'zones' ? [{ ...source, role }] : [];
  });
  return sources.toSorted(
    (one, other) =>
      ROLES.indexOf(one.role) - ROLES.indexOf(other.role) || (one.file < other.file ? -1 : 1),
  );
}
