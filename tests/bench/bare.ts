import 'maplibre-gl/dist/maplibre-gl.css';
import {
  type LayerSpecification,
  Map as MapLibreMap,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** What this page reads of `catalogue.json`. */
type Catalogue = {
  readonly extent: [number, number, number, number];
  readonly layers: readonly {
    readonly id: string;
    readonly role: string;
    readonly visible: boolean;
    readonly source: { readonly url: string };
  }[];
};

/**
 * The least a MapLibre page can do with the plan: the files that the desk loads at first, handed to MapLibre by address,
 * drawn as plain fills, lines, circles and names, all else as MapLibre comes. No symbols, patterns, legend or lists: what
 * the desk's time is compared with. Names belong to what is compared: a fifth of the features are nothing else.
 */
async function showBareMap(container: HTMLElement): Promise<void> {
  setWorkerUrl(workerUrl);
  const response = await fetch('/geodata/catalogue.json');
  const catalogue: Catalogue = await response.json();
  const layers = catalogue.layers.filter(({ role, visible }) => role !== 'projects' || visible);
  const style: StyleSpecification = {
    version: 8,
    sources: Object.fromEntries(
      layers.map(({ id, source }) => [
        id,
        { type: 'geojson', data: new URL(`/geodata/${source.url}`, location.href).href },
      ]),
    ),
    layers: layers.flatMap(({ id }) => plainLayers(id)),
  };
  const map = new MapLibreMap({
    container,
    style,
    bounds: catalogue.extent,
    localIdeographFontFamily: 'sans-serif',
  });
  map.once('idle', () => {
    container.dataset['mapState'] = 'idle';
  });
}

function plainLayers(source: string): LayerSpecification[] {
  return [
    {
      id: `${source}-fill`,
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': '#9db' },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': '#345' },
    },
    {
      id: `${source}-circle`,
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': '#b43' },
    },
    {
      id: `${source}-name`,
      type: 'symbol',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: { 'text-field': ['get', 'name_zh'], 'text-font': ['sans-serif'], 'text-size': 12 },
    },
  ];
}

const container = document.getElementById('map');
if (container === null) throw new Error('bare.html has no element with the id "map"');
await showBareMap(container);
