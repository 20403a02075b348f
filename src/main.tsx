import './ui/css/main.css';
import { render } from 'preact';
import { parseAddress } from './app/address/url-state.ts';
import { App } from './app/app.tsx';
import { createDesk } from './app/controller.ts';
import { preferences } from './app/preferences.ts';
import { createModel } from './app/state/model.ts';
import { loadWords } from './ui/i18n.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element with the id "app"');
const view = parseAddress(location);
const model = createModel(view, preferences());
const words = loadWords(model.language.value);
// The plan is on its way while the words are.
const desk = createDesk(model, { isEmbedded: view.isEmbedded === true });
render(<App desk={desk} firstWords={await words} />, root);
