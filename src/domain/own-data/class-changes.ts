import { type CoastSummary, isInNumerator } from '../audit/audit.ts';
import { COASTLINE_CLASSES, type CoastlineClass } from '../coastline.ts';
import { type Ratio, ratio } from '../units.ts';

/** How one class differs between two coasts. Lengths in metres on the ellipsoid. */
export type ClassChange = {
  readonly class: CoastlineClass | 'unclassified';
  readonly beforeM: number;
  readonly afterM: number;
  /** The ratio once this class and those above it are as in the second coast. */
  readonly ratio: Ratio | undefined;
};

/** What a summary holds that a comparison of classes needs. */
export type ClassLengths = Pick<CoastSummary, 'byClass' | 'unclassifiedM' | 'counting'>;

/**
 * Leads from the ratio of one coast to that of another, class by class: classes of either coast, in the order of
 * `COASTLINE_CLASSES`, unclassified coast last. The last ratio is that of the second coast.
 */
export function classChanges(before: ClassLengths, after: ClassLengths): readonly ClassChange[] {
  const names = [...COASTLINE_CLASSES, 'unclassified' as const];
  const lengthOf = (
    { byClass, unclassifiedM }: ClassLengths,
    name: ClassChange['class'],
  ): number => (name === 'unclassified' ? unclassifiedM : byClass[name]);
  const so = new Map(names.map((name) => [name, lengthOf(before, name)]));
  return names.flatMap((name): readonly ClassChange[] => {
    const [beforeM, afterM] = [lengthOf(before, name), lengthOf(after, name)];
    so.set(name, afterM);
    if (beforeM === 0 && afterM === 0) return [];
    return [{ class: name, beforeM, afterM, ratio: ratioOf(so, after.counting) }];
  });
}

/** How much of a coast is in the numerator and in the denominator of its ratio, in metres. */
export function countedLengths({ byClass, unclassifiedM, counting }: ClassLengths): {
  readonly countedM: number;
  readonly totalM: number;
} {
  const lengths = new Map<ClassChange['class'], number>([
    ...COASTLINE_CLASSES.map((name) => [name, byClass[name]] as const),
    ['unclassified', unclassifiedM],
  ]);
  return counted(lengths, counting);
}

function counted(
  lengths: ReadonlyMap<ClassChange['class'], number>,
  counting: CoastSummary['counting'],
) {
  let [countedM, totalM] = [0, 0];
  for (const [name, lengthM] of lengths) {
    const how = name === 'unclassified' ? 'total-only' : counting[name];
    if (how === 'excluded') continue;
    totalM += lengthM;
    if (isInNumerator(how)) countedM += lengthM;
  }
  return { countedM, totalM };
}

function ratioOf(
  lengths: ReadonlyMap<ClassChange['class'], number>,
  counting: CoastSummary['counting'],
): Ratio | undefined {
  const { countedM, totalM } = counted(lengths, counting);
  return ratio(countedM, totalM);
}
