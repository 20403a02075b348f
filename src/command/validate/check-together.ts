import { borderFindings } from '../../data/checks/border-issues.ts';
import { type Finding, toIssue } from '../../data/finding.ts';
import type { AuditRule } from '../../domain/audit/audit.ts';
import type { Zone } from '../../domain/zone.ts';
import type { CheckedFile } from '../issues/checked-file.ts';
import type { LocatedIssue } from '../issues/located-issue.ts';
import { checkCoverage } from './check-coverage.ts';
import { unstatedKinds } from './check-kinds.ts';
import { overlappingZones } from './check-zone-overlap.ts';

/**
 * Reports what shows only across features or files: coast against zones, zones against each other, ids shared by
 * two project files, and coast whose kind is not stated. The zones of all given files form one set.
 */
export function checkTogether(
  files: readonly CheckedFile[],
  rule: AuditRule,
): readonly LocatedIssue[] {
  const zones = files.flatMap(({ content }) => (content?.role === 'zones' ? content.zones : []));
  const hasZones = files.some(({ content }) => content?.role === 'zones');
  return [
    ...files.flatMap((file) => coverageIssues(file, hasZones ? zones : undefined, rule)),
    ...files.flatMap(kindIssues),
    ...borderIssues(files, zones),
    ...zoneIssues(files, zones),
    ...sharedIds(files),
  ];
}

function coverageIssues(
  file: CheckedFile,
  zones: readonly Zone[] | undefined,
  rule: AuditRule,
): readonly LocatedIssue[] {
  if (file.content?.role !== 'coastline') return [];
  return checkCoverage(file.content.segments, zones, rule).map(({ segmentId, finding }) =>
    place(file, segmentId, finding),
  );
}

function kindIssues(file: CheckedFile): readonly LocatedIssue[] {
  if (file.content?.role !== 'coastline') return [];
  const found = unstatedKinds(file.content.segments);
  return found === undefined ? [] : [place(file, found.segmentId, found.finding)];
}

function borderIssues(
  files: readonly CheckedFile[],
  zones: readonly Zone[],
): readonly LocatedIssue[] {
  return files.flatMap((file) => {
    if (file.content?.role !== 'coastline' || zones.length < 2) return [];
    return borderFindings({ segments: file.content.segments, zones }).map(
      ({ segmentId, finding }) => place(file, segmentId, finding),
    );
  });
}

function zoneIssues(
  files: readonly CheckedFile[],
  zones: readonly Zone[],
): readonly LocatedIssue[] {
  const fileOf = (zone: Zone) =>
    files.find(({ content }) => content?.role === 'zones' && content.zones.includes(zone));
  return overlappingZones(zones).flatMap(({ one, other, areaM2 }) => {
    const [home, file] = [fileOf(one), fileOf(other)];
    if (home === undefined || file === undefined) return [];
    const isElsewhere = home !== file;
    const area = (areaM2 / 1e4).toFixed(2);
    return [
      place(file, other.id, {
        code: 'zones-overlap',
        kind: 'logical-consistency',
        severity: 'error',
        path: ['geometry'],
        message: {
          zh: `与${isElsewhere ? `${home.named.name} 中的` : ''}区段“${one.id}”重叠 ${area} 公顷。`,
          en: `it overlaps the zone "${one.id}"${isElsewhere ? ` of ${home.named.name}` : ''} by ${area} ha.`,
        },
        cure: { zh: '让两个区段共用一条边界。', en: 'Let the two zones share one boundary.' },
      }),
    ];
  });
}

function sharedIds(files: readonly CheckedFile[]): readonly LocatedIssue[] {
  const first = new Map<string, CheckedFile>();
  return files
    .filter(({ role }) => role === 'projects')
    .flatMap((file) =>
      [...file.indexOf.keys()].flatMap((id) => {
        const known = first.get(id);
        if (known === undefined) {
          first.set(id, file);
          return [];
        }
        return [
          place(file, id, {
            code: 'id-in-two-files',
            kind: 'logical-consistency',
            severity: 'error',
            path: ['properties', 'id'],
            message: {
              zh: `${known.named.name} 中已有相同的 id。`,
              en: `${known.named.name} has this id already.`,
            },
            cure: { zh: '给每个项目不同的 id。', en: 'Give every project an id of its own.' },
          }),
        ];
      }),
    );
}

function place(file: CheckedFile, featureId: string, finding: Finding): LocatedIssue {
  const featureIndex = file.indexOf.get(featureId) ?? 0;
  const issue = toIssue({ dataset: file.named.name, featureIndex, featureId }, finding);
  return { issue, file: file.named.name, ...file.places.placeOf(issue.path) };
}
