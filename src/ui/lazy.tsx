import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hasDeferredTexts, loadDeferredTexts, useI18n } from './i18n.tsx';

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
    const [, renderAgain] = useState(0);
    const [failure, fail] = useState<string | undefined>(undefined);
    const { t, language } = useI18n();
    // The language may change while its words are under way, or after another's were fetched.
    const Loaded = usesLaterTexts && !hasDeferredTexts(language) ? undefined : known;
    useEffect(() => {
      if (Loaded !== undefined) return;
      Promise.all([load(), usesLaterTexts && loadDeferredTexts(language)]).then(
        ([component]) => {
          known = component;
          renderAgain((count) => count + 1);
        },
        (cause: unknown) => fail(String(cause)),
      );
    }, [language]);
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
