import type { InputFile } from '../../data/audit/audit-report.ts';
import type { SourceFile } from '../state/audit-model.ts';
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
  const roles = new Map(plan.layers.peek().map(({ layer }) => [layer.id, layer.role]));
  // A source is stored under the id of its layer; the rule has no layer.
  const sources = [...audit.sources.peek()].map(([id, source]): AuditedSource => {
    const role = roles.get(id);
    return { ...source, role: role === 'coastline' || role === 'zones' ? role : 'rule' };
  });
  return sources.toSorted(
    (one, other) =>
      ROLES.indexOf(one.role) - ROLES.indexOf(other.role) || (one.file < other.file ? -1 : 1),
  );
}
