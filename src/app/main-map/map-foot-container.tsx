import { batch, computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { meridianCode, zoneOfPlan } from '../../domain/coordinates/gauss-krueger-zone.ts';
import type { PlaneCoordinate } from '../../domain/coordinates/typed-coordinate.ts';
import type { FlatView } from '../../domain/geometry/web-mercator.ts';
import type { Position } from '../../domain/geometry.ts';
import { scaleOf, zoomForScale } from '../../domain/print/map-scale.ts';
import type { MapView } from '../../map/map-view.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../ui/i18n.tsx';
import { MapFoot } from '../../ui/shell/map-foot.tsx';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';
import { coastsInSight, SCREEN_PIXEL_MM } from './screen-scale.ts';

/** Beyond this many degrees from its central meridian no survey writes metres of a zone. */
const ZONE_REACH = 4;

/** Fills the foot of the map, and keeps it in step with map, pointer and language. */
export async function openMapFoot(
  model: Pick<Model, 'page' | 'plan' | 'filter'>,
  view: MapView,
): Promise<Dispose> {
  const disposer = createDisposer();
  const stand = signal<FlatView | undefined>(undefined);
  const at = signal<Position | undefined>(undefined);
  const isCentre = signal(true);
  /** Converts to metres, once that is fetched. */
  const convert = signal<
    typeof import('../../domain/coordinates/gauss-krueger.ts').toPlane | undefined
  >(undefined);
  let isFetched = false;
  const fetchConversion = (): void => {
    if (isFetched) return;
    isFetched = true;
    import('../../domain/coordinates/gauss-krueger.ts').then(
      ({ toPlane }) => {
        convert.value = toPlane;
      },
      (cause: unknown) => console.error('no metres at the foot of the map:', cause),
    );
  };
  const foot = await view.openFoot((next) =>
    batch(() => {
      // The first time only says how the map stands: nobody has moved it or pointed at it.
      if (stand.value !== undefined) fetchConversion();
      stand.value = next.view;
      at.value = next.at;
      isCentre.value = next.isCentre;
    }),
  );
  disposer.add(() => foot.destroy());
  const system = computed((): PlaneCoordinate['system'] | undefined => {
    const zone = zoneOfPlan(model.plan.frame.value);
    if (zone === undefined) return undefined;
    const stated = model.plan.frame.value.projectedCrs;
    return `EPSG:${stated === undefined ? meridianCode(zone) : Number(stated.slice(5))}`;
  });
  const plane = computed(() => {
    const [position, zone] = [at.value, zoneOfPlan(model.plan.frame.value)];
    if (position === undefined || zone === undefined || system.value === undefined)
      return undefined;
    const isNear = Math.abs(position[0] - zone.centralMeridian) <= ZONE_REACH;
    return isNear ? convert.value?.(position, system.value) : undefined;
  });
  const scale = computed(() => stand.value && scaleOf(stand.value, SCREEN_PIXEL_MM));
  const onScale = (n: number, event: Event): number => {
    const before = stand.peek();
    if (before === undefined) return n;
    const zoom = foot.zoomTo(zoomForScale(before, n, SCREEN_PIXEL_MM), event);
    return scaleOf({ ...before, zoom }, SCREEN_PIXEL_MM);
  };
  const drawnFor = computed(() => {
    const scales = coastsInSight(model).flatMap((coast) => coast.drawnFor ?? []);
    return scales.length === 0 ? undefined : Math.max(...scales);
  });
  disposer.add(
    () => render(null, foot.words),
    effect(() => {
      const language = model.page.language.value;
      const props = { system: system.value, drawnFor: drawnFor.value };
      Promise.all([loadTexts(language), loadDeferredTexts(language)]).then(
        ([words]) => {
          if (disposer.signal.aborted || language !== model.page.language.peek()) return;
          render(
            <I18nProvider value={words}>
              <MapFoot {...{ scale, at, isCentre, plane, onScale, ...props }} />
            </I18nProvider>,
            foot.words,
          );
        },
        (cause: unknown) => console.error('no words for the foot of the map:', cause),
      );
    }),
  );
  return disposer.dispose;
}
