/** What the program says about itself. */
import { z } from '../base/zod.js';

export const AppInfo = z.strictObject({
  version: z.string(),
  platform: z.string(),
  /** False where the page must draw the menu itself. */
  nativeMenu: z.boolean(),
  /** For people: where the library lies. */
  libraryFolder: z.string(),
  /** The library cannot be written to from here; a notice has said why. */
  onlyRead: z.boolean()
});
export type AppInfo = z.infer<typeof AppInfo>;

/** A package of which something is in the program. */
export const Licence = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** As an SPDX expression, or as the package puts it. */
  licence: z.string(),
  text: z.string()
});
export type Licence = z.infer<typeof Licence>;
