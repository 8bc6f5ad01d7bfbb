/** What a Word document says about itself: the core properties of ECMA-376, Part 2. */
import { decodeXML } from 'entities';
import { type ArticleFacts, noFacts } from '../../domain/program/article.js';
import { readDate } from '../../domain/text/read-date.js';

/** @param xml of `docProps/core.xml`; empty where the document has none. */
export function readCoreProperties(xml: string): ArticleFacts {
  const stated = (element: string): string => {
    const found = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]{0,2000})</${element}>`).exec(xml);
    return decodeXML(found?.[1] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  };
  return {
    ...noFacts,
    title: stated('dc:title'),
    author: stated('dc:creator'),
    // Of the last change, not of the template that the document began with.
    published: readDate(stated('dcterms:modified')) ?? readDate(stated('dcterms:created'))
  };
}
