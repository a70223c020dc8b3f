import { Paragraph, type IContext, type IXmlableObject } from 'docx';

/** What stands behind `w:snapToGrid` among the properties of a paragraph, whose order is given (ECMA-376-1, 17.3.1). */
const BEHIND = ['w:spacing', 'w:ind', 'w:jc'];

const OFF = { 'w:snapToGrid': { _attr: { 'w:val': '0' } } };

/** The properties with the paragraph taken off the grid, in their order. */
const offGrid = (properties: readonly IXmlableObject[]): IXmlableObject[] => {
  const place = properties.findIndex((each) => BEHIND.some((name) => name in each));
  if (place < 0) return [...properties, OFF];
  return [...properties.slice(0, place), OFF, ...properties.slice(place)];
};

/**
 * A paragraph whose lines the grid of the page does not pull apart: its letters are smaller or larger
 * than those that the grid is made for. The library has no option for it.
 */
export class OffGridParagraph extends Paragraph {
  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = super.prepForXml(context) as { 'w:p'?: IXmlableObject[] } | undefined;
    const parts = xml?.['w:p'];
    if (!Array.isArray(parts)) return xml;
    return {
      'w:p': parts.map((part) =>
        Array.isArray(part['w:pPr'])
          ? { 'w:pPr': offGrid(part['w:pPr'] as IXmlableObject[]) }
          : part
      ),
    };
  }
}
