import { buildBase } from './base.ts';
import { buildCoast } from './coast.ts';
import { buildProjects } from './projects.ts';
import { buildViews } from './views.ts';
import { buildZones } from './zones.ts';

/**
 * Rebuilds every derived file of geodata/ from its raw inputs, byte for byte. The order matters: zones and
 * the base map are cut from the coast, projects snap to it, and views take their figures from all (coast →
 * zones → base → projects → views).
 */
const builders: readonly (() => Promise<void>)[] = [
  buildCoast,
  buildZones,
  buildBase,
  buildProjects,
  buildViews,
];

for (const build of builders) await build();
