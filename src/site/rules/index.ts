import type { Rule } from '../write';
import { columnTree } from './column-tree';
import { dates } from './dates';
import { disclosureDocuments } from './disclosure-documents';
import { documentNumbers } from './document-numbers';
import { entryColumn } from './entry-column';
import { fieldValues } from './field-values';
import { links } from './links';
import { milestoneDates } from './milestone-dates';
import { ownPictures } from './own-pictures';
import { pictures } from './pictures';
import { placementContent } from './placement-content';
import { profiles } from './profiles';
import { publishedTargets } from './published-targets';
import { requiredTexts } from './required-texts';
import { safeText } from './safe-text';
import { uniqueCodes } from './unique-codes';

/** All rules, in the order in which a write passes them. */
export const rules: readonly Rule[] = [
  safeText,
  ownPictures,
  fieldValues,
  links,
  documentNumbers,
  milestoneDates,
  uniqueCodes,
  disclosureDocuments,
  entryColumn,
  placementContent,
  columnTree,
  dates,
  profiles,
  requiredTexts,
  publishedTargets,
  pictures,
];
