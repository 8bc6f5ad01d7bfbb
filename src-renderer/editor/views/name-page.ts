/** How what stands in a briefing opens the page of an actor or an issue over the whole library. */
import { createContext } from 'svelte';
import type { NameKind } from '../../../src-main/domain/ledger/register.js';

type ShowName = (kind: NameKind, name: string) => void;

/** The window sets it. */
export const [nameShower, setNameShower] = createContext<ShowName>();
