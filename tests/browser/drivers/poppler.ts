import { spawnSync } from 'node:child_process';

/** What reads PDFs here. */
const PROGRAMS = ['pdftotext', 'pdfinfo'] as const;
/** What to do where there is no poppler. */
const WHAT_TO_INSTALL =
  'This test reads PDFs with pdftotext and pdfinfo: install poppler-utils (Debian: apt-get install poppler-utils).';

/** What a poppler program says of a PDF. */
export function askPoppler(
  program: (typeof PROGRAMS)[number],
  pdf: Uint8Array,
  ...options: readonly string[]
): string {
  obtainPoppler();
  const target = program === 'pdftotext' ? ['-'] : [];
  const { status, stdout, stderr } = spawnSync(program, [...options, '-', ...target], {
    input: pdf,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** Makes sure that there is a poppler: the system's, or Debian's package where this process may install it. */
function obtainPoppler(): void {
  if (runs()) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing poppler-utils …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'poppler-utils'], { stdio: 'ignore' });
  }
  if (!runs()) throw new Error(WHAT_TO_INSTALL);
}

function runs(): boolean {
  return PROGRAMS.every((program) => spawnSync(program, ['-v']).status === 0);
}
