/** Gives a printed document the metadata of its briefing in place of the browser's. */
import type { Briefing } from '../../domain/briefing.js';
import { titleOf } from '../../domain/publication/publication.js';

/**
 * The browser names itself, its version and the system as the creator: nobody's business.
 * Dates are those of the briefing, so that the same briefing gives the same document.
 */
export async function finishPdf(printed: Uint8Array, briefing: Briefing): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  document.setTitle(titleOf(briefing), { showInWindowTitleBar: true });
  document.setKeywords([...briefing.tags]);
  document.setCreator('Standpoint');
  document.setProducer('Standpoint');
  document.setCreationDate(new Date(briefing.createdAt));
  document.setModificationDate(new Date(briefing.modifiedAt));
  document.setLanguage('en');
  return document.save({ useObjectStreams: true, addDefaultPage: false });
}
