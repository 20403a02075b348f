import { strFromU8, unzipSync } from 'fflate';

/** A cell as Excel would hold it: text, number, truth, or nothing. */
export type WorkbookCell = string | number | boolean | undefined;

/** The sheets of an Excel workbook by name, each as rows of cells; read from its XML, apart from the writer. */
export function readWorkbook(
  bytes: Uint8Array,
): ReadonlyMap<string, readonly (readonly WorkbookCell[])[]> {
  const files = unzipSync(bytes);
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const strings = [
    ...text('xl/sharedStrings.xml').matchAll(/<si>(?:<t\/>|<t[^>]*>([\s\S]*?)<\/t>)<\/si>/g),
  ].map(([, string = '']) => plain(string));
  const names = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)];
  return new Map(
    names.map(([, name = ''], index) => [
      plain(name),
      rowsOf(text(`xl/worksheets/sheet${index + 1}.xml`), strings),
    ]),
  );
}

function rowsOf(xml: string, strings: readonly string[]): readonly (readonly WorkbookCell[])[] {
  return [...xml.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(
    ([, , row = '']) => {
      const cells: WorkbookCell[] = [];
      for (const [, column = '', attributes = '', value = ''] of row.matchAll(
        /<c r="([A-Z]+)\d+"([^>]*?)>\s*<v>([^<]*)<\/v>\s*<\/c>/g,
      )) {
        const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        cells[at] = attributes.includes('t="s"')
          ? strings[Number(value)]
          : attributes.includes('t="b"')
            ? value === '1'
            : Number(value);
      }
      return cells;
    },
  );
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}
