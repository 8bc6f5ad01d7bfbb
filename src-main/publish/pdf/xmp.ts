/** The document's metadata as XMP (ISO 16684-1), which tools read that do not know PDF's own. */
import { Profile } from '../../domain/publication/edition.js';
import { escapedForXml } from '../escape.js';

export interface Facts {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly keywords: readonly string[];
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly program: string;
  /** SHA-256 of each attached briefing, in hexadecimal digits. */
  readonly bundleHashes: readonly string[];
  /** For whom it is: what the attached briefings hold. */
  readonly profile: Profile;
}

/** Which standards a document says that it keeps. */
interface StandardClaims {
  /** PDF/UA-1 (ISO 14289-1). */
  readonly ua: boolean;
  /** PDF/A-3u (ISO 19005-3). */
  readonly archive: boolean;
}

const namespaces = {
  standpoint: 'urn:standpoint:ns:1',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/'
};

export function xmpPacket(facts: Facts, claims: StandardClaims): string {
  const { title, description, language, keywords, createdAt, modifiedAt, program } = facts;
  const keywordItems = keywords.map((word) => `<rdf:li>${escapedForXml(word)}</rdf:li>`).join('');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="${namespaces.pdfuaid}"
 xmlns:standpoint="${namespaces.standpoint}"${claims.archive ? archiveNamespaces : ''}>
<dc:format>application/pdf</dc:format>
<dc:title>${alternative(title)}</dc:title>
<dc:description>${alternative(description)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${escapedForXml(language)}</rdf:li></rdf:Bag></dc:language>
<dc:subject><rdf:Bag>${keywordItems}</rdf:Bag></dc:subject>
<xmp:CreateDate>${createdAt}</xmp:CreateDate>
<xmp:ModifyDate>${modifiedAt}</xmp:ModifyDate>
<xmp:CreatorTool>${escapedForXml(program)}</xmp:CreatorTool>
<pdf:Producer>${escapedForXml(program)}</pdf:Producer>
<pdf:Keywords>${escapedForXml(keywords.join(', '))}</pdf:Keywords>
${claims.ua ? '<pdfuaid:part>1</pdfuaid:part>\n' : ''}${claims.archive ? archiveClaim : ''}<standpoint:bundleSha256>${facts.bundleHashes.join(' ')}</standpoint:bundleSha256>
<standpoint:profile>${facts.profile}</standpoint:profile>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const archiveNamespaces = `
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"`;

/** With a description of each schema that the standard does not know (ISO 19005-3, 6.6.2.3.2). */
const archiveClaim = `<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag>
${schema('PDF/UA identification', 'pdfuaid', [
  ['part', 'Integer', 'The part of ISO 14289 that the document keeps']
])}
${schema('Standpoint', 'standpoint', [
  ['bundleSha256', 'Text', 'The SHA-256 of each attached briefing, in hexadecimal digits'],
  ['profile', 'Text', 'For whom the document was made']
])}
</rdf:Bag></pdfaExtension:schemas>
`;

function schema(
  name: string,
  prefix: keyof typeof namespaces,
  properties: readonly (readonly [name: string, type: string, description: string])[]
): string {
  const items = properties.map(
    ([property, type, description]) => `<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${property}</pdfaProperty:name>
<pdfaProperty:valueType>${type}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>${description}</pdfaProperty:description>
</rdf:li>`
  );
  return `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${namespaces[prefix]}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>${items.join('\n')}</rdf:Seq></pdfaSchema:property>
</rdf:li>`;
}

/** The hashes of the attached briefings that a packet names; none where it names none. */
export function bundleHashesIn(packet: string): readonly string[] {
  const [, hashes = ''] = /<standpoint:bundleSha256>([0-9a-f ]+)</.exec(packet) ?? [];
  return hashes.split(' ').filter((hash) => hash.length === 64);
}

/** For whom a packet says that its document was made, or `null`. */
export function profileIn(packet: string): Profile | null {
  const name = /<standpoint:profile>(\w+)</.exec(packet)?.[1];
  return Profile.safeParse(name).data ?? null;
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapedForXml(text)}</rdf:li></rdf:Alt>`;
}
