import { buildBase } from './base.ts';
import { buildCoast } from './coast.ts';
import { buildProjects } from './projects.ts';
import { buildZones } from './zones.ts';

/**
 * Re-makes every derived file of geodata/ from its raw inputs, byte for byte. Order matters: zones and the base map
 * are cut from the coast, and projects snap to it (coast → zones → base → projects).
 */
const builders: readonly (() => Promise<void>)[] = [
  buildCoast,
  buildZones,
  buildBase,
  buildProjects,
];

for (const build of builders) await build();
