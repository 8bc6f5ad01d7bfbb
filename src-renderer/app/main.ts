/** Starts the page, once it is known whether it is to be light or dark. */
import { mount } from 'svelte';
import '../styles/index.css';
import { sendFaultsTo } from '../ui/faults.js';
import { call } from './session/client.js';
import Root from './Root.svelte';

sendFaultsTo(({ where, message, stack }) => {
  // A fault that cannot be logged must not make another one.
  call('app.reportFault', where, `${message}\n${stack}`.slice(0, 20_000)).catch(console.error);
});

void call('settings.theme').then((theme) =>
  mount(Root, { target: document.body, props: { theme } })
);
