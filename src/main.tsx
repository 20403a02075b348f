import './ui/css/main.css';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { createDesk } from './app/desk.ts';
import { createModel } from './app/model.ts';
import { preferences } from './app/preferences.ts';
import { parseAddress } from './app/view-state.ts';

const view = parseAddress(location);
const desk = createDesk(createModel(view, preferences()), { isEmbedded: view.isEmbedded === true });
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element with the id "app"');
render(<App desk={desk} />, root);
