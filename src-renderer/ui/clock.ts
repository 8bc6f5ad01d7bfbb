/** The time as words about it need it: whoever reads it in a component is drawn again as it passes. */
import { createSubscriber } from 'svelte/reactivity';

/** Milliseconds between two looks; words that count minutes are never later than that. */
const step = 10_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, step);
  return () => clearInterval(timer);
});

export function now(): Date {
  subscribe();
  return new Date();
}
