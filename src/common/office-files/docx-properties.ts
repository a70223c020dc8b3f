import type { OfficeDocument } from './model';
import { xmlText } from './text';

/** What a document says of itself, of the given moment: the library would write the present one. */
export const corePropertiesOf = ({
  language,
  moment,
  title,
}: Pick<OfficeDocument, 'language' | 'moment' | 'title'>): string => {
  const date = moment.toISOString().replace(/\.\d+/, '');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
};
