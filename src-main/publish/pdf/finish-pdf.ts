/** Gives a printed document the metadata of its briefing in place of the browser's. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Briefing } from '../../domain/briefing.js';
import { titleOf } from '../../domain/publication/publication.js';
import { renumberStructure } from './renumber-structure.js';

/**
 * The browser names itself, its version and the system as the creator: nobody's business.
 * Dates are those of the briefing, so that the same briefing gives the same bytes.
 */
export async function finishPdf(printed: Uint8Array, briefing: Briefing): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  document.setTitle(titleOf(briefing), { showInWindowTitleBar: true });
  document.setKeywords([...briefing.tags]);
  document.setCreator('Standpoint');
  document.setProducer('Standpoint');
  document.setCreationDate(new Date(briefing.createdAt));
  document.setModificationDate(new Date(briefing.modifiedAt));
  document.setLanguage('en');
  renumberStructure(document);
  return document.save({ useObjectStreams: true, addDefaultPage: false });
}
