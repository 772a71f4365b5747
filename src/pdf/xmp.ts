import type { Metadata } from './document.ts';

const escapes: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes text for XML, and drops the control characters that XML 1.0 has no way to write. */
const xml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[<>&"']/g, (c) => escapes[c]!);

/**
 * The XMP packet (ISO 16684-1), equal to the Info dictionary. It says what the file claims to be: PDF/UA-1 (ISO 14289-1,
 * clause 5) and PDF/A-2a (ISO 19005-2, 6.6.4); for a press PDF/X-4 too (ISO 15930-7, 6.8). PDF/A wants the schemas
 * described that it does not know.
 *
 * @param mark of a file for a press: what it is known by, at least 16 bytes
 * @param data `variable`: of a file for a press that holds the pages of many records, which is PDF/VT-1 (ISO 16612-2)
 */
export const xmp = (
  { title, author, subject, language, date }: Metadata,
  mark?: Uint8Array,
  data: 'fixed' | 'variable' = 'fixed',
): string => {
  const isVariable = mark !== undefined && data === 'variable';
  const known = [uaSchema, ...(mark ? pressSchemas : []), ...(isVariable ? variableSchemas : [])];
  const day = `${date.toISOString().slice(0, 19)}Z`;
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title>${alternative(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
<xmp:CreatorTool>handbill</xmp:CreatorTool>
<pdf:Producer>handbill</pdf:Producer>
</rdf:Description>
${mark ? forPress(day, mark) : ''}${isVariable ? forVariable(day) : ''}${schemas(known)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
};

/** What PDF/X-4 asks for besides. */
const forPress = (day: string, mark: Uint8Array): string => {
  const uuid = uuidOf(mark);
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>${day}</xmp:MetadataDate>
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
`;
};

/** What PDF/VT-1 asks for besides (ISO 16612-2, 6.2). */
const forVariable = (
  day: string,
): string => `<rdf:Description rdf:about="" xmlns:pdfvtid="http://www.npes.org/pdfvt/ns/id/">
<pdfvtid:GTS_PDFVTVersion>PDF/VT-1</pdfvtid:GTS_PDFVTVersion>
<pdfvtid:GTS_PDFVTModDate>${day}</pdfvtid:GTS_PDFVTModDate>
</rdf:Description>
`;

/** A UUID of version 8 (RFC 9562), which is made of what it names. */
const uuidOf = (mark: Uint8Array): string => {
  const bytes = Buffer.from(mark.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
};

type Schema = {
  readonly name: string;
  readonly uri: string;
  readonly prefix: string;
  readonly properties: readonly Property[];
};

type Property = { readonly property: string; readonly type: 'Integer' | 'Text' | 'Date'; readonly says: string };

const uaSchema: Schema = {
  name: 'PDF/UA Universal Accessibility Schema',
  uri: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  properties: [{ property: 'part', type: 'Integer', says: 'Part of ISO 14289 to which the file conforms' }],
};

const pressSchemas: readonly Schema[] = [
  {
    name: 'PDF/X identification schema',
    uri: 'http://www.npes.org/pdfx/ns/id/',
    prefix: 'pdfxid',
    properties: [{ property: 'GTS_PDFXVersion', type: 'Text', says: 'Version of PDF/X to which the file conforms' }],
  },
  {
    name: 'Adobe PDF schema',
    uri: 'http://ns.adobe.com/pdf/1.3/',
    prefix: 'pdf',
    properties: [{ property: 'Trapped', type: 'Text', says: 'Whether the file has been trapped' }],
  },
];

const variableSchemas: readonly Schema[] = [
  {
    name: 'PDF/VT identification schema',
    uri: 'http://www.npes.org/pdfvt/ns/id/',
    prefix: 'pdfvtid',
    properties: [
      { property: 'GTS_PDFVTVersion', type: 'Text', says: 'Version of PDF/VT to which the file conforms' },
      { property: 'GTS_PDFVTModDate', type: 'Date', says: 'Day on which the file was changed' },
    ],
  },
];

/** The extension schema of PDF/A (ISO 19005-2, 6.6.2.3.3). */
const schemas = (
  known: readonly Schema[],
): string => `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>${known.map(schema).join('')}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const schema = ({ name, uri, prefix, properties }: Schema): string => `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>${properties.map(described).join('')}</rdf:Seq></pdfaSchema:property>
</rdf:li>`;

const described = ({ property, type, says }: Property): string => `<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${property}</pdfaProperty:name>
<pdfaProperty:valueType>${type}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>${says}</pdfaProperty:description>
</rdf:li>`;
