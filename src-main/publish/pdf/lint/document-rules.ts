/** Rules of a document as a whole: what it says of itself, and what it must not hold. */
import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { nameOf, type LookedAt, type PdfRule } from './looked-at.js';
import { propertiesOutside } from './xmp-properties.js';

export const documentRules: readonly PdfRule[] = [
  {
    ua: '5',
    says: 'Its metadata say that it is PDF/UA-1',
    find: ({ packet }) => (/<pdfuaid:part>1<\/pdfuaid:part>/.test(packet) ? [] : ['it'])
  },
  {
    archive: '6.6.4',
    says: 'Its metadata say that it is PDF/A-3u',
    find: ({ packet }) =>
      /<pdfaid:part>3<\/pdfaid:part>/.test(packet) &&
      /<pdfaid:conformance>U<\/pdfaid:conformance>/.test(packet)
        ? []
        : ['it']
  },
  {
    ua: '6.1',
    archive: '6.1.2',
    says: 'It begins as a PDF of a version below 2, and says that it is no text',
    find({ bytes }) {
      const head = Buffer.from(bytes?.subarray(0, 15) ?? []).toString('latin1');
      return /^%PDF-1\.[0-7]\r?\n?%[\x80-\xff]{4}/.test(head) ? [] : ['its first bytes'];
    }
  },
  {
    archive: '6.1.3',
    says: 'Nothing stands behind its end',
    find({ bytes }) {
      const tail = Buffer.from(bytes?.subarray(-16) ?? []).toString('latin1');
      return /%%EOF(?:\r\n|\r|\n)?$/.test(tail) ? [] : ['its last bytes'];
    }
  },
  {
    archive: '6.1.3',
    says: 'It has an identifier',
    find: ({ document }) => {
      const id = document.context.lookup(document.context.trailerInfo.ID);
      return id && /<\w+>.*<\w+>/.test(id.toString()) ? [] : ['it'];
    }
  },
  {
    ua: '7.16',
    archive: '6.1.3',
    says: 'It is not encrypted',
    find: ({ document }) => (document.context.trailerInfo.Encrypt ? ['it'] : [])
  },
  {
    ua: '6.2',
    says: 'It is marked as tagged',
    find: (pdf) => (pdf.at(pdf.catalog, 'MarkInfo', 'Marked')?.toString() === 'true' ? [] : ['it'])
  },
  {
    ua: '7.1',
    says: 'Its tags are not said to be suspect',
    find: (pdf) =>
      pdf.at(pdf.catalog, 'MarkInfo', 'Suspects')?.toString() === 'true' ? ['it'] : []
  },
  {
    ua: '7.1',
    says: 'Its title is shown in place of its file name',
    find: (pdf) =>
      pdf.at(pdf.catalog, 'ViewerPreferences', 'DisplayDocTitle')?.toString() === 'true'
        ? []
        : ['it']
  },
  {
    ua: '7.1',
    archive: '6.6.2.1',
    says: 'It has metadata',
    find: (pdf) =>
      pdf.name(pdf.catalog, 'Metadata', 'Subtype') === 'XML' && pdf.packet !== '' ? [] : ['it']
  },
  {
    ua: '7.1',
    says: 'Its metadata have a title',
    find: ({ packet }) =>
      /<dc:title>.*<rdf:li[^>]*>\s*[^\s<].*<\/dc:title>/s.test(packet) ? [] : ['it']
  },
  {
    archive: '6.6.2.1',
    says: 'The packet of its metadata names neither its length nor its encoding',
    find: ({ packet }) =>
      /^<\?xpacket begin=[^?]*\b(?:bytes|encoding)=/.test(packet.trimStart()) ? ['it'] : []
  },
  {
    archive: '6.6.2.3',
    says: 'Every property of its metadata is of a known schema, or of one described beside it',
    find: ({ packet }) => propertiesOutside(packet)
  },
  {
    ua: '7.10',
    archive: '6.9',
    says: 'Layers have names, and nothing switches them',
    *find(pdf) {
      const properties = pdf.dict(pdf.at(pdf.catalog, 'OCProperties'));
      if (!properties) return;
      const others = pdf.list(properties.get(PDFName.of('Configs')));
      for (const each of [properties.get(PDFName.of('D')), ...others]) {
        const layers = pdf.dict(each);
        if (pdf.text(layers, 'Name') === '' || layers?.has(PDFName.of('AS'))) yield 'layers';
      }
    }
  },
  {
    ua: '7.11',
    archive: '6.8',
    says: 'An attached file has a name, twice',
    find: (pdf) =>
      attached(pdf).filter((file) => pdf.text(file, 'F') === '' || pdf.text(file, 'UF') === '')
  },
  {
    archive: '6.8',
    says: 'An attached file tells how it belongs to the document, which names it among its own',
    find(pdf) {
      const named = new Set(
        pdf.list(pdf.catalog.get(PDFName.of('AF'))).map((each) => pdf.dict(each))
      );
      const known = ['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified'];
      return attached(pdf).filter(
        (file) => !named.has(file) || !known.includes(pdf.name(file, 'AFRelationship'))
      );
    }
  },
  {
    archive: '6.8',
    says: 'An attached file tells its kind, and when it was changed',
    find: (pdf) =>
      attached(pdf).filter((file) => {
        const kind = pdf.name(file, 'EF', 'F', 'Subtype');
        return (
          !/^[\w.+-]+\/[\w.+-]+$/.test(kind) || !pdf.text(file, 'EF', 'F', 'Params', 'ModDate')
        );
      })
  },
  {
    ua: '7.15',
    archive: '6.4.2',
    says: 'It has no form that builds itself (XFA)',
    find: (pdf) =>
      pdf.at(pdf.catalog, 'AcroForm', 'XFA') || pdf.at(pdf.catalog, 'NeedsRendering') ? ['it'] : []
  },
  {
    archive: '6.4.1',
    says: 'It leaves no field to be drawn by a viewer',
    find: (pdf) =>
      pdf.at(pdf.catalog, 'AcroForm', 'NeedAppearances')?.toString() === 'true' ? ['it'] : []
  },
  {
    archive: '6.5.1',
    says: 'Its actions lead somewhere, and do nothing else',
    *find(pdf) {
      for (const object of pdf.objects()) {
        if (!(object instanceof PDFDict)) continue;
        const kind = nameOf(object.get(PDFName.of('S')));
        if (forbiddenActions.has(kind) && !object.has(PDFName.of('P'))) yield kind;
        else if (kind === 'Named' && !movements.has(nameOf(object.get(PDFName.of('N')))))
          yield kind;
      }
    }
  },
  {
    archive: '6.5.2',
    says: 'Nothing happens by itself',
    *find(pdf) {
      if (pdf.catalog.has(PDFName.of('AA'))) yield 'it';
      for (const { page } of pdf.pages) if (page.node.has(PDFName.of('AA'))) yield page.ref;
      for (const { ref, annotation } of pdf.annotations()) {
        if (annotation.has(PDFName.of('AA'))) yield ref;
      }
    }
  },
  {
    archive: '6.1.12',
    says: 'It gives nobody leave to change it',
    find: (pdf) => (pdf.catalog.has(PDFName.of('Perms')) ? ['it'] : [])
  },
  {
    archive: '6.10',
    says: 'It has no other order of its pages',
    find: (pdf) => (pdf.at(pdf.catalog, 'Names', 'AlternatePresentations') ? ['it'] : [])
  },
  {
    archive: '6.11',
    says: 'It requires nothing of a viewer',
    find: (pdf) => (pdf.catalog.has(PDFName.of('Requirements')) ? ['it'] : [])
  },
  {
    archive: '6.1.7.1',
    says: 'Its streams are in the file itself',
    *find(pdf) {
      for (const [ref, { dict }] of pdf.streams()) {
        if (['F', 'FFilter', 'FDecodeParms'].some((key) => dict.has(PDFName.of(key)))) yield ref;
      }
    }
  },
  {
    archive: '6.1.7.2',
    says: 'Its streams are packed in ways that are free, and not locked',
    *find(pdf) {
      for (const [ref, { dict }] of pdf.streams()) {
        const filters = pdf.list(dict.get(PDFName.of('Filter'))).map(nameOf);
        if (filters.some((filter) => !freeFilters.has(filter))) yield ref;
      }
    }
  },
  {
    archive: '6.1.13',
    says: 'No string, name or number is larger than viewers must read',
    *find(pdf) {
      for (const object of pdf.objects()) {
        if (object instanceof PDFName && object.toString().length > 128) yield 'a name';
        if (object instanceof PDFNumber && Math.abs(object.asNumber()) >= 2 ** 31) yield 'a number';
        if (object instanceof PDFHexString || object instanceof PDFString) {
          // Most are far from it, and bytes cost time.
          const long = object.toString().length > longestString;
          if (long && object.asBytes().length > longestString) yield 'a string';
        }
      }
    }
  },
  {
    archive: '6.1.13',
    says: 'A page is at least 3 and at most 14,400 units wide and tall',
    *find({ pages }) {
      for (const { page } of pages) {
        const { width, height } = page.getMediaBox();
        if ([width, height].some((side) => side < 3 || side > 14_400)) yield page.ref;
      }
    }
  }
];

/** Bytes (ISO 19005-3, 6.1.13). */
const longestString = 32_767;
const forbiddenActions = new Set([
  ...['Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'Hide', 'SetOCGState', 'Rendition'],
  ...['Trans', 'GoTo3DView', 'JavaScript']
]);
const movements = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);
const freeFilters = new Set([
  ...['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode', 'CCITTFaxDecode'],
  ...['JBIG2Decode', 'DCTDecode', 'JPXDecode']
]);

function attached(pdf: LookedAt): readonly PDFDict[] {
  return [...pdf.dicts('Type', 'Filespec')].map(([, dict]) => dict);
}
