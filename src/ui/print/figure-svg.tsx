import type { ComponentChildren, JSX } from 'preact';
import type { Language } from '../../domain/bilingual.ts';
import type { TextLine } from '../../domain/print/legend-flow.ts';
import { PRINT_FONT, PRINT_INK, typeOf } from './print-typography.ts';

/** A figure on a sheet of its own, in millimetres. */
export type FigureSvgProps = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly lines: readonly TextLine[];
  readonly children: ComponentChildren;
};

/** A white sheet with words and a drawing, as an SVG that needs nothing else. */
export function FigureSvg(props: FigureSvgProps): JSX.Element {
  const { width, height, title, description, language, lines, children } = props;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={`${width}mm`}
      height={`${height}mm`}
      font-family={PRINT_FONT}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      <desc>{description}</desc>
      <rect width={width} height={height} fill={PRINT_INK.paper} />
      <FigureLines lines={lines} />
      {children}
    </svg>
  );
}

/** Lines of text on a sheet. */
export function FigureLines({ lines }: { readonly lines: readonly TextLine[] }): JSX.Element {
  return (
    <>
      {lines.map((line) => (
        <text key={`${line.x} ${line.y}`} x={line.x} y={line.y} {...typeOf(line)}>
          {line.text}
        </text>
      ))}
    </>
  );
}
