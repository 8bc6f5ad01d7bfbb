/** Starts the page, once it is known whether it is to be light or dark. */
import { mount } from 'svelte';
import '../styles/index.css';
import App from './App.svelte';
import { call } from './client.js';

void call('settings.theme').then((theme) =>
  mount(App, { target: document.body, props: { theme } })
);
