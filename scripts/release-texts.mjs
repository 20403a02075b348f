/**
 * Returns the notes of a version: its section of the changelog, or what is not released yet.
 * @param {string} changelog in the form of Keep a Changelog
 * @param {string} version
 * @returns {string}
 * @throws Error when the changelog has neither
 */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^(?=## \[)/m).slice(1);
  const section =
    sections.find((text) => text.startsWith(`## [${version}]`)) ??
    sections.find((text) => text.startsWith('## [Unreleased]'));
  if (section === undefined)
    throw new Error(`CHANGELOG.md has neither a section [${version}] nor [Unreleased].`);
  return `# Coastplan ${version}\n\n${section.replace(/^.*\n+/, '').trimEnd()}\n`;
}

/**
 * Returns a bill of materials (CycloneDX) without time, serial number and addresses of downloads: the same packages
 * give the same bytes.
 * @param {string} listed what `npm sbom` prints
 * @param {string} version of the app
 * @returns {string}
 */
export function billOfMaterials(listed, version) {
  /** @typedef {{ externalReferences?: { type: string }[], properties?: { name: string }[] }} Component */
  /** @type {{ metadata: { component: Component } & Record<string, unknown>, components: Component[] } & Record<string, unknown>} */
  const { serialNumber: _, metadata, components, ...rest } = JSON.parse(listed);
  const { component } = metadata;
  return `${JSON.stringify(
    {
      ...rest,
      metadata: {
        component: { ...plain(component), type: 'application', name: 'coastplan', version },
      },
      components: components.map(plain),
    },
    undefined,
    2,
  )}\n`;

  /** @param {Component} part */
  function plain({ externalReferences = [], properties: _, ...other }) {
    const kept = externalReferences.filter(({ type }) => type !== 'distribution');
    return { ...other, ...(kept.length > 0 && { externalReferences: kept }) };
  }
}
