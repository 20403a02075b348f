import type { CoastStatus, SurveyStatement } from '../../domain/coast-status.ts';
import { getOwn, isRecord, type JsonRecord } from '../record.ts';

/**
 * What a coastline file with `surveyed: true` says of its survey in its member `statement`, one statement or a list.
 * A statement that lacks a part leaves the coast an illustration.
 */
export function surveyedStatus(members: JsonRecord): CoastStatus {
  const given = getOwn(members, 'statement') ?? undefined;
  if (given === undefined) return { kind: 'surveyed' };
  const listed = [given].flat();
  const statements = listed.flatMap(toStatement);
  return statements.length === 0 || statements.length < listed.length
    ? { kind: 'illustration' }
    : { kind: 'stated', statements };
}

function toStatement(given: unknown): readonly SurveyStatement[] {
  if (!isRecord(given)) return [];
  const { survey, date, unit, waterLevel } = given;
  return isText(survey) && isText(date) && isText(unit) && isText(waterLevel)
    ? [{ survey, date, unit, waterLevel }]
    : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
