import { batch, computed, signal } from '@preact/signals';
import type { Language } from '../../domain/bilingual.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Message } from '../../ui/controls/toast.tsx';
import type { Panel } from '../../ui/shell/panels.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** What browser and system suggest where the address names nothing. */
export type Preferences = { readonly language: Language; readonly theme: Theme };

type PageParts = Pick<ViewState, 'language' | 'theme' | 'panel'>;

/** The page around the map: language, theme, open panel, message, print composer. */
export function createPageModel(given: PageParts, preferences: Preferences) {
  const chosenLanguage = signal(given.language);
  const chosenTheme = signal(given.theme);
  const chosenPanel = signal(given.panel);
  const isPanelOpen = signal(true);
  const isPrintOpen = signal(false);
  const keepsScenario = signal(false);
  const message = signal<Message | undefined>(undefined);
  return {
    ...readonly({ chosenLanguage, chosenTheme, chosenPanel, isPanelOpen, isPrintOpen, message }),
    language: computed(() => chosenLanguage.value ?? preferences.language),
    theme: computed(() => chosenTheme.value ?? preferences.theme),
    panel: computed<Panel>(() => chosenPanel.value ?? 'layers'),
    showMessage: (next: Message | undefined): void => {
      message.value = next;
    },
    /** Whether the scenario that was tried stays on the map: the user went from it to the views, to save it. */
    keepsScenario: computed(() => keepsScenario.value && chosenPanel.value === 'views'),
    /** The scenario that was tried leaves the map. */
    leaveScenario: (): void => {
      keepsScenario.value = false;
    },
    openPanel: (next: Panel): void => {
      batch(() => {
        if (next !== 'views' || chosenPanel.value !== 'views')
          keepsScenario.value = next === 'views' && chosenPanel.value === 'scenarios';
        isPanelOpen.value = true;
        chosenPanel.value = next;
      });
    },
    togglePanel: (): void => {
      isPanelOpen.value = !isPanelOpen.value;
    },
    /** Opens or closes the print composer. */
    openPrint: (isOpen: boolean): void => {
      isPrintOpen.value = isOpen;
    },
    chooseLanguage: (next: Language): void => {
      chosenLanguage.value = next;
    },
    /** Sets the theme; `undefined` goes back to what the system suggests. */
    chooseTheme: (next: Theme | undefined): void => {
      chosenTheme.value = next;
    },
    setFromUrl: (next: PageParts): void => {
      batch(() => {
        keepsScenario.value = false;
        chosenLanguage.value = next.language;
        chosenTheme.value = next.theme;
        chosenPanel.value = next.panel;
      });
    },
  };
}
