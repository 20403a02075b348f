import './ui/css/main.css';
import { render } from 'preact';
import { parseUrlState } from './app/address/url-state.ts';
import { App } from './app/app.tsx';
import { createController } from './app/create-controller.ts';
import { preferences } from './app/preferences.ts';
import { createModel } from './app/state/model.ts';
import { loadTexts } from './ui/i18n.tsx';
import { tameShownTexts } from './ui/shown-text.ts';
import { surviveTranslation } from './ui/translated-page.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('no element #app');
const view = parseUrlState(location);
const model = createModel(view, preferences());
const words = loadTexts(model.page.language.value);
// The plan is on its way while the words are.
const controller = createController(model, { isEmbedded: view.isEmbedded === true });
surviveTranslation(root);
tameShownTexts();
render(<App controller={controller} firstWords={await words} />, root);
