/** Rules of what is drawn: that it is said or passed over, and drawn in ways that last. */
import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import { parentsIn } from './annotation-rules.js';
import { nameOf, type LookedAt, type PdfRule } from './looked-at.js';

export const pageRules: readonly PdfRule[] = [
  {
    ua: '7.1',
    says: 'All that is drawn is said by an element or marked as an artifact',
    *find({ pages }) {
      for (const { ref, drawsUnowned } of pages) if (drawsUnowned) yield ref;
    }
  },
  {
    ua: '7.1',
    says: 'No artifact stands in what is said, and nothing said in an artifact',
    *find({ pages }) {
      for (const { ref, lines } of pages) {
        const open: string[] = [];
        for (const line of lines) {
          if (line === 'EMC') open.pop();
          else if (/B[DM]C$/.test(line)) {
            const kind = /^\/Artifact\b/.test(line) ? 'artifact' : /MCID/.test(line) ? 'said' : '';
            if (kind !== '' && open.some((each) => each !== '')) yield ref;
            open.push(kind);
          }
        }
      }
    }
  },
  {
    ua: '7.1',
    says: 'Each sequence of a page has a number of its own, and an element that says it',
    *find(pdf) {
      const parents = parentsIn(pdf);
      for (const { ref, page, mcids } of pdf.pages) {
        const number = pdf.number(page.node, 'StructParents');
        const owners = number === null ? null : pdf.list(parents.get(number));
        const seen = new Set<number>();
        for (const mcid of mcids) {
          if (seen.has(mcid) || !(owners?.[mcid] instanceof PDFRef)) yield `${ref.tag} ${mcid}`;
          seen.add(mcid);
        }
      }
    }
  },
  {
    ua: '7.20',
    archive: '6.2.9',
    says: 'No drawing comes from another file, or is a program',
    *find(pdf) {
      for (const [ref, { dict }] of pdf.streams()) {
        const kind = nameOf(dict.get(PDFName.of('Subtype')));
        const keys = ['Ref', 'OPI', 'PS', 'Subtype2'].filter((key) => dict.has(PDFName.of(key)));
        if (kind === 'PS' || (kind === 'Form' && keys.length > 0)) yield ref;
      }
    }
  },
  {
    archive: '6.2.2',
    says: 'A page names its own fonts and pictures, and is drawn by known operations',
    *find({ pages }) {
      for (const { ref, page, lines } of pages) {
        if (!page.node.has(PDFName.of('Resources'))) yield ref;
        const unknown = lines.find((line) => !operators.has(lastWord(line)));
        if (unknown !== undefined) yield `${ref.tag} ${unknown.slice(0, 40)}`;
      }
    }
  },
  {
    archive: '6.2.3',
    says: 'Its colours are those of one profile, which it holds',
    find(pdf) {
      const intents = pdf
        .list(pdf.catalog.get(PDFName.of('OutputIntents')))
        .map((each) => pdf.dict(each));
      const ours = intents.filter((intent) => pdf.name(intent, 'S') === 'GTS_PDFA1');
      const [intent] = ours;
      const profile = intent?.get(PDFName.of('DestOutputProfile'));
      const isRight =
        ours.length === 1 &&
        pdf.text(intent ?? null, 'OutputConditionIdentifier') !== '' &&
        pdf.number(pdf.dict(profile), 'N') === 3 &&
        isScreenProfile(pdf.contents(profile));
      return isRight ? [] : ['it'];
    }
  },
  {
    archive: '6.2.4.3',
    says: 'All colours are of a screen, as its profile is',
    *find(pdf) {
      for (const [ref, { dict }] of pdf.streams()) {
        if (usesInk(pdf, dict.get(PDFName.of('ColorSpace')))) yield ref;
        if (usesInk(pdf, pdf.at(dict, 'Group', 'CS'))) yield ref;
      }
      for (const { ref, lines } of pdf.pages) {
        if (lines.some((line) => /(?:^|\s)[kK]$/.test(line))) yield ref;
      }
    }
  },
  {
    archive: '6.2.5',
    says: 'Nothing depends on how a press makes its dots',
    *find(pdf) {
      for (const object of pdf.objects()) {
        if (!(object instanceof PDFDict) || !isGraphicsState(object)) continue;
        const transfer = object.get(PDFName.of('TR2'));
        if (object.has(PDFName.of('TR')) || object.has(PDFName.of('HTP'))) yield 'a graphics state';
        else if (transfer && transfer !== PDFName.of('Default')) yield 'a graphics state';
      }
    }
  },
  {
    archive: '6.2.6',
    says: 'Rendering intents are those that are known',
    *find(pdf) {
      for (const object of pdf.objects()) {
        if (!(object instanceof PDFDict)) continue;
        const intent = object.get(PDFName.of(isGraphicsState(object) ? 'RI' : 'Intent'));
        const isIts =
          isGraphicsState(object) || nameOf(object.get(PDFName.of('Subtype'))) === 'Image';
        if (isIts && intent && !intents.has(nameOf(intent))) yield nameOf(intent);
      }
    }
  },
  {
    archive: '6.2.8',
    says: 'A picture is one picture, drawn as it is',
    *find(pdf) {
      for (const [ref, image] of pdf.dicts('Subtype', 'Image')) {
        const others = image.has(PDFName.of('Alternates')) || image.has(PDFName.of('OPI'));
        if (others || pdf.at(image, 'Interpolate')?.toString() === 'true') yield ref;
      }
    }
  },
  {
    archive: '6.2.10',
    says: 'Colours are mixed in ways that are known',
    *find(pdf) {
      for (const object of pdf.objects()) {
        if (!(object instanceof PDFDict)) continue;
        const modes = pdf.list(object.get(PDFName.of('BM'))).map(nameOf);
        yield* modes.filter((mode) => !blendModes.has(mode));
      }
    }
  },
  {
    archive: '6.1.13',
    says: 'At most 28 states of drawing are open at a time',
    *find({ pages }) {
      for (const { ref, lines } of pages) {
        let [open, most] = [0, 0];
        for (const line of lines) {
          if (line === 'q') most = Math.max(most, (open += 1));
          else if (line === 'Q') open -= 1;
        }
        if (most > 28) yield ref;
      }
    }
  }
];

const intents = new Set([
  ...['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']
]);
const blendModes = new Set([
  ...['Normal', 'Compatible', 'Multiply', 'Screen', 'Overlay', 'Darken', 'Lighten', 'ColorDodge'],
  ...['ColorBurn', 'HardLight', 'SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation'],
  ...['Color', 'Luminosity']
]);
const operators = new Set(
  (
    'b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M ' +
    'MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' ')
);

/** Empty lines draw nothing. */
function lastWord(line: string): string {
  const trimmed = line.trimEnd();
  if (trimmed === '') return 'n';
  if (/B[DM]C$/.test(trimmed)) return trimmed.slice(-3);
  return /[^\s[\]()<>/]+$/.exec(trimmed)?.[0] ?? '';
}

function isGraphicsState(dict: PDFDict): boolean {
  return (
    ['CA', 'ca', 'BM', 'TR', 'TR2', 'HTP', 'RI'].some((key) => dict.has(PDFName.of(key))) &&
    !dict.has(PDFName.of('Subtype'))
  );
}

function usesInk(pdf: LookedAt, space: PDFObject | undefined): boolean {
  const found = pdf.document.context.lookup(space);
  if (found instanceof PDFName) return found === PDFName.of('DeviceCMYK');
  if (!(found instanceof PDFArray)) return false;
  return found.asArray().some((each) => {
    const inside = pdf.document.context.lookup(each);
    return !(inside instanceof PDFStream) && usesInk(pdf, each);
  });
}

/** Its header (ISO 15076-1, 7.2): a profile, of version 4 at most, of a display or printer, of red, green and blue. */
function isScreenProfile(profile: Uint8Array): boolean {
  const header = Buffer.from(profile.subarray(0, 128)).toString('latin1');
  return (
    header.slice(36, 40) === 'acsp' &&
    header.charCodeAt(8) <= 4 &&
    ['mntr', 'prtr'].includes(header.slice(12, 16)) &&
    header.slice(16, 20) === 'RGB ' &&
    Buffer.from(profile).readUInt32BE(0) === profile.length
  );
}
