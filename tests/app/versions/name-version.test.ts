import { expect, test } from 'vitest';
import { takeProject } from '../../../src/app/persistence/project-files.ts';
import { createModel } from '../../../src/app/state/model.ts';
import { nameVersion } from '../../../src/app/versions/name-version.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import { EMPTY_WORKSPACE } from '../../../src/domain/views/workspace.ts';
