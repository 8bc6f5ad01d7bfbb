/** Starts the page, which was served in the person's theme (src-main/edge/protocol.ts). */
import { mount } from 'svelte';
import { Theme } from '../../src-main/domain/program/settings.js';
import '../styles/index.css';
import { sendFaultsTo } from '../ui/faults.js';
import { call } from './session/client.js';
import Root from './Root.svelte';

sendFaultsTo(({ where, message, stack }) => {
  // A fault that cannot be logged must not make another one.
  call('app.reportFault', where, `${message}\n${stack}`.slice(0, 20_000)).catch(console.error);
});

// As the system wants it where a development server served the page.
const theme = Theme.catch('system').parse(document.documentElement.dataset['theme']);
mount(Root, { target: document.body, props: { theme } });
document.querySelector('.opening')?.remove();
