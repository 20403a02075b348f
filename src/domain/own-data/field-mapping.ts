/** Which fields of a dataset say what, as proposed after their names and values or as chosen by the user. */
export type FieldMapping = {
  /** Fields of the coast class, the most general level first. */
  readonly classFields: readonly string[];
  readonly realmField?: string;
  readonly gradeField?: string;
  /** A zone's own target, as a share or in per cent. */
  readonly targetField?: string;
  /** What is done with a project. */
  readonly statusField?: string;
  readonly nameField?: string;
  readonly idField?: string;
  readonly lengthField?: string;
  readonly useField?: string;
  readonly areaField?: string;
  /** What the user has decided of values of class fields: a class, or `unclassified`, by `field=value` or by value. */
  readonly values?: Readonly<Record<string, string>>;
};
