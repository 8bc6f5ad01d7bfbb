/**
 * Which properties of a packet no schema describes (ISO 19005-3, 6.6.2.3): neither one of those that
 * the standard names, nor an extension schema in the packet itself. Reads packets as Standpoint
 * writes them: properties are elements, and prefixes are bound once.
 */

/** Of the schemas that ISO 19005-3 takes from XMP (ISO 16684-1), those properties that documents like ours have. */
const predefined: Readonly<Record<string, readonly string[]>> = {
  'http://purl.org/dc/elements/1.1/': [
    ...['contributor', 'coverage', 'creator', 'date', 'description', 'format', 'identifier'],
    ...['language', 'publisher', 'relation', 'rights', 'source', 'subject', 'title', 'type']
  ],
  'http://ns.adobe.com/xap/1.0/': [
    ...['BaseURL', 'CreateDate', 'CreatorTool', 'Identifier', 'Label', 'MetadataDate'],
    ...['ModifyDate', 'Nickname', 'Rating', 'Thumbnails']
  ],
  'http://ns.adobe.com/pdf/1.3/': ['Keywords', 'PDFVersion', 'Producer', 'Trapped'],
  'http://www.aiim.org/pdfa/ns/id/': ['part', 'amd', 'corr', 'conformance', 'rev'],
  'http://www.aiim.org/pdfa/ns/extension/': ['schemas']
};
/** What a described property must say of itself. */
const described = ['name', 'valueType', 'category', 'description'];
/** The prefixes that the standard prescribes, and what they stand for. */
const prescribed: Readonly<Record<string, string>> = {
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#'
};

export function propertiesOutside(packet: string): readonly string[] {
  const namespaces = new Map(
    [...packet.matchAll(/xmlns:(\w+)="([^"]*)"/g)].map(([, prefix = '', name = '']) => [
      prefix,
      name
    ])
  );
  const faults = [...namespaces].flatMap(([prefix, name]) =>
    (prescribed[prefix] ?? name) === name ? [] : [`the prefix ${prefix}`]
  );
  const schemas = new Map<string, Set<string>>();
  for (const [, schema = ''] of packet.matchAll(
    /<pdfaSchema:schema>([^]*?)<\/pdfaSchema:property>/g
  )) {
    const name = /<pdfaSchema:namespaceURI>([^<]*)</.exec(schema)?.[1] ?? '';
    const prefix = /<pdfaSchema:prefix>([^<]*)</.exec(schema)?.[1] ?? '';
    if (namespaces.get(prefix) !== name) faults.push(`the schema ${name}`);
    const properties = schemas.get(name) ?? new Set();
    schemas.set(name, properties);
    for (const [, item = ''] of schema.matchAll(/<rdf:li[^>]*>([^]*?)<\/rdf:li>/g)) {
      const whole = described.every((each) => item.includes(`<pdfaProperty:${each}>`));
      const property = /<pdfaProperty:name>([^<]*)</.exec(item)?.[1];
      if (whole && property !== undefined) properties.add(property);
    }
  }
  // What stands inside a property belongs to it, and to its schema's types.
  for (const [, prefix = '', property = ''] of topLevel(packet).matchAll(/<(\w+):(\w+)[\s>/]/g)) {
    const name = namespaces.get(prefix) ?? '';
    const known = predefined[name]?.includes(property) ?? schemas.get(name)?.has(property) ?? false;
    if (!known) faults.push(`${prefix}:${property}`);
  }
  return faults;
}

/** The opening tags of the properties, without what is within them. */
function topLevel(packet: string): string {
  const [, body = ''] = /<rdf:Description[^>]*>([^]*)<\/rdf:Description>/.exec(packet) ?? [];
  return body.replace(/<(\w+:\w+)([^>]*)>[^]*?<\/\1>/g, '<$1>');
}
