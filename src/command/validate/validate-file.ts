import { parseAuditRule } from '../../data/audit/audit-rule.ts';
import { parseCatalogue } from '../../data/catalogue/catalogue.ts';
import { checkText } from '../../data/checks/check-text.ts';
import { JsonPlaces } from '../../data/checks/json-places.ts';
import { readDataset } from '../../data/loading/read-dataset.ts';
import { parseJsonText } from '../../data/text/json-text.ts';
import type { LayerRole } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { type FileRole, roleOf } from '../files/file-role.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import type { PlanContext } from '../files/plan-context.ts';
import { readText } from '../files/read-text.ts';
import type { CheckedFile } from '../issues/checked-file.ts';
import {
  errorIssue,
  type LocatedIssue,
  locateIssues,
  withoutPlace,
} from '../issues/located-issue.ts';
import { extentFindings, missingFiles } from './check-catalogue.ts';
import { checkDeck } from './check-deck.ts';
import { checkFeatures } from './check-features.ts';

/**
 * Checks one file by itself. Fails only when the file cannot be read at all; bytes that are not UTF-8,
 * broken JSON and wrong structure are issues.
 * @param plan the plan that the file belongs to
 */
export async function validateFile(
  named: NamedFile,
  plan: PlanContext,
): Promise<Result<CheckedFile, LoadError>> {
  const checked = await checkFile(named, plan);
  return checked.ok ? ok({ ...checked.value, issues: inOrder(checked.value.issues) }) : checked;
}

function inOrder(issues: readonly LocatedIssue[]): readonly LocatedIssue[] {
  return issues.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

async function checkFile(
  named: NamedFile,
  plan: PlanContext,
): Promise<Result<CheckedFile, LoadError>> {
  const read = await readText(named);
  if (!read.ok)
    return read.error.line === undefined
      ? failed(read.error)
      : ok(unusable(named, read.error, 'encoding'));
  const { text } = read.value;
  const json = await parseJsonText(text, named.name);
  if (!json.ok) return ok(unusable(named, json.error, 'json-syntax'));
  const role = roleOf(json.value, named.path);
  const places = new JsonPlaces(text);
  const base = { named, role, places, read: 0, indexOf: new Map<string, number>(), geometries: [] };
  const ofText = checkText({
    ...{ text, value: json.value, dataset: named.name, role },
    extent: plan.catalogue?.extent,
  });
  const repeated = locateIssues(ofText, named.name, places);
  switch (role) {
    case 'deck': {
      const found = await checkDeck(text, json.value, { deck: named, plan });
      return ok({
        ...base,
        issues: [
          ...repeated,
          ...(found.ok
            ? locateIssues(found.value, named.name, places)
            : [errorIssue(found.error, 'deck-structure')]),
        ],
      });
    }
    case 'rule': {
      const rule = await parseAuditRule(text, named.name);
      return ok({
        ...base,
        issues: [...repeated, ...(rule.ok ? [] : [errorIssue(rule.error, 'rule-structure')])],
      });
    }
    case 'catalogue': {
      const catalogue = await parseCatalogue(text, named.name);
      const found = catalogue.ok
        ? locateIssues(
            [
              ...catalogue.value.issues.map(sayPlaceOnce),
              ...(await missingFiles(catalogue.value.catalogue.layers, json.value, named)),
              ...(await extentFindings(catalogue.value.catalogue, json.value, named)),
            ],
            named.name,
            places,
          )
        : [errorIssue(catalogue.error, 'catalogue-structure')];
      return ok({ ...base, issues: [...repeated, ...found] });
    }
    default: {
      const dataset = await readDataset(text, {
        file: named.name,
        dataset: named.name,
        role: layerRole(role),
        lastArticle: plan.catalogue?.articleCount,
      });
      if (!dataset.ok)
        return ok({ ...base, issues: [...repeated, errorIssue(dataset.error, 'file-structure')] });
      const { issues, indexOf, geometries } = checkFeatures({
        value: json.value,
        role,
        plan,
        dataset: named.name,
        issues: dataset.value.issues,
      });
      return ok({
        ...base,
        issues: [...repeated, ...locateIssues(issues, named.name, places)],
        content: dataset.value.content,
        read: dataset.value.read,
        indexOf,
        geometries,
      });
    }
  }
}

function layerRole(role: Exclude<FileRole, 'deck' | 'rule' | 'catalogue'>): LayerRole {
  return role === 'geojson' ? 'base' : role;
}

/**
 * Removes file and place from the catalogue reader's message, which has them for the app; here they precede
 * it.
 */
function sayPlaceOnce(issue: Issue): Issue {
  const { zh, en } = issue.message;
  const message = { zh: withoutPlace(zh, issue.dataset), en: withoutPlace(en, issue.dataset) };
  return { ...issue, message };
}

function unusable(named: NamedFile, error: LoadError, code: string): CheckedFile {
  const places = new JsonPlaces('');
  const issues = [errorIssue(error, code)];
  return { named, role: 'geojson', issues, read: 0, indexOf: new Map(), geometries: [], places };
}
