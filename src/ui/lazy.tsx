import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadDeferredTexts, useI18n } from './i18n.tsx';

/**
 * A component that is fetched when it is first shown, so that the first load stays small. A line says that it is
 * loading, or why it could not be fetched. `usesLaterTexts: false` spares the later texts a part that needs none.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { usesLaterTexts = true }: { readonly usesLaterTexts?: boolean } = {},
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function Deferred(props: Props): JSX.Element {
    const [Loaded, show] = useState<ComponentType<Props> | undefined>(() => known);
    const [failure, fail] = useState<string | undefined>(undefined);
    const { t, language } = useI18n();
    useEffect(() => {
      if (known !== undefined) return;
      Promise.all([load(), usesLaterTexts && loadDeferredTexts(language)]).then(
        ([component]) => {
          known = component;
          show(() => component);
        },
        (cause: unknown) => fail(String(cause)),
      );
    }, []);
    if (Loaded !== undefined) return <Loaded {...props} />;
    return failure === undefined ? (
      <p role="status" class="quiet">
        {t('partLoading')}
      </p>
    ) : (
      <p role="alert">{t('partFailed', { reason: failure })}</p>
    );
  };
}
