/** How what stands in a briefing asks who stands where, of an actor or an issue, over the whole library. */
import { createContext } from 'svelte';
import type { PositionActions } from '../../positions/position-actions.js';

/** The window sets it. */
export const [libraryAsker, setLibraryAsker] = createContext<PositionActions['askLibrary']>();
