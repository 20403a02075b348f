import { xmlText } from '../../domain/file-text.ts';

/** Parts the names of groups and of the object in them; a character that no font and no name has (Unicode §23.5). */
const PART = '\uE000';

/** The name of an object with the names of its groups, as `groupedShapes` reads it. */
export function pathName(path: readonly string[]): string {
  return path.map((name) => xmlText(name).replaceAll(PART, '').replaceAll(/\s+/g, ' ')).join(PART);
}

type Shape = { readonly xml: string; readonly path: readonly string[] };
type Extent = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The objects of a slide, which have no object of their kind inside them. */
const SHAPES = /<p:(sp|pic|graphicFrame)>[\s\S]*?<\/p:\1>/g;

/**
 * Wraps objects that follow each other and whose names say one group into that group, and leaves each its own name
 * (ECMA-376 part 1 §19.3.1.22). The ids have to be numbered anew.
 */
export function groupedShapes(slide: string): string {
  const shapes = [...slide.matchAll(SHAPES)];
  const [first, last] = [shapes[0], shapes.at(-1)];
  if (first === undefined || last === undefined) return slide;
  const parsed = shapes.map(([xml]): Shape => ({ xml, path: nameOf(xml).split(PART) }));
  const before = slide.slice(0, first.index);
  const after = slide.slice(last.index + last[0].length);
  return `${before}${grouped(parsed)}${after}`;
}

function grouped(shapes: readonly Shape[]): string {
  const written: string[] = [];
  for (let start = 0; start < shapes.length; ) {
    const [group = '', ...rest] = shapes[start]?.path ?? [];
    if (rest.length === 0) {
      written.push(withName(shapes[start]?.xml ?? '', group));
      start += 1;
      continue;
    }
    let end = start;
    while (end < shapes.length && isIn(shapes[end], group)) end += 1;
    const members = shapes.slice(start, end);
    written.push(groupXml(group, members));
    start = end;
  }
  return written.join('');
}

function isIn(shape: Shape | undefined, group: string): boolean {
  return shape !== undefined && shape.path.length > 1 && shape.path[0] === group;
}

function groupXml(name: string, members: readonly Shape[]): string {
  const extents = members.map(({ xml }) => extentOf(xml));
  const left = Math.min(...extents.map((extent) => extent.left));
  const top = Math.min(...extents.map((extent) => extent.top));
  const [w, h] = [
    Math.max(...extents.map((extent) => extent.right)) - left,
    Math.max(...extents.map((extent) => extent.bottom)) - top,
  ];
  const inner = grouped(members.map(({ xml, path }) => ({ xml, path: path.slice(1) })));
  return [
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="0" name="${name}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>`,
    `<p:grpSpPr><a:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${w}" cy="${h}"/>`,
    `<a:chOff x="${left}" y="${top}"/><a:chExt cx="${w}" cy="${h}"/></a:xfrm></p:grpSpPr>`,
    `${inner}</p:grpSp>`,
  ].join('');
}

const NAME = /(<p:cNvPr\b[^>]*?\bname=")([^"]*)"/;

function nameOf(shape: string): string {
  return NAME.exec(shape)?.[2] ?? '';
}

function withName(shape: string, name: string): string {
  return shape.replace(NAME, (_, start: string) => `${start}${name}"`);
}

/** The place of an object in EMU. */
function extentOf(shape: string): Extent {
  const [, x = 0, y = 0] = (/<a:off x="(-?\d+)" y="(-?\d+)"/.exec(shape) ?? []).map(Number);
  const [, w = 0, h = 0] = (/<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape) ?? []).map(Number);
  return { left: x, top: y, right: x + w, bottom: y + h };
}
