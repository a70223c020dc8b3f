import { shown } from '../../plugins/points/server/src/validation';
import { refuse } from '../refusals';
import type { Rule } from '../write';

const FIELD = 'documentNumber';

/**
 * 发文字号 as GB/T 9704-2012 writes it: the organ's code, the year in full between hexagonal
 * brackets, the number without 第 and without leading zeros, 号.
 */
const DOCUMENT_NUMBER = /^[\p{Script=Han}A-Za-z]{1,20}〔(?:19|20)\d{2}〕[1-9]\d{0,5}号$/u;

/** Whether a text is a document number as the standard writes it. */
const isDocumentNumber = (text: string): boolean => DOCUMENT_NUMBER.test(text);

/** Document numbers are written as the standard asks; a document may have none. */
export const documentNumbers: Rule = {
  concerns: ({ attributes }) => FIELD in attributes,
  before({ strapi, data }) {
    const value = data?.[FIELD];
    if (value === undefined || value === null || value === '') return;
    if (typeof value === 'string' && isDocumentNumber(value)) return;
    throw refuse(strapi, FIELD, 'error.document.number', { value: shown(value) });
  },
};
