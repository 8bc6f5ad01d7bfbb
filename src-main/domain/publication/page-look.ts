/** What the window is told of the pages that it shows beside the text. */
import { z } from '../base/zod.js';

/** Where something of a briefing begins on the pages of its document. */
export const PlacedPart = z.strictObject({
  /** The id of a card or a source; else a role or an anchor, as in the tree of a document. */
  of: z.string(),
  /** From 0. */
  page: z.int().nonnegative(),
  /** From the left and from the top of the page, in points. */
  x: z.number(),
  y: z.number()
});
export type PlacedPart = z.infer<typeof PlacedPart>;

/** A document as it would be printed now. */
export const PageLook = z.strictObject({
  pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** In the order of the document. */
  places: z.array(PlacedPart),
  /** What runs over the one page that a document should have, as a sentence. */
  remark: z.string().nullable()
});
export type PageLook = z.infer<typeof PageLook>;
