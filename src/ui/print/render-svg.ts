import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { xmlText } from '../../domain/file-text.ts';

/** The text of an SVG file that a component draws. */
export function renderSvg(drawing: ComponentChild): string {
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  render(drawing, holder);
  const { firstElementChild } = holder;
  if (firstElementChild === null) throw new Error('nothing was drawn');
  // The serialiser writes characters that XML forbids, and no program opens the file then.
  const text = xmlText(new XMLSerializer().serializeToString(firstElementChild));
  render(null, holder);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
