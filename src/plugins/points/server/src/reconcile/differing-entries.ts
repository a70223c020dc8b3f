import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/period';
import { siteDifference } from '../adoptions/site-adoptions';
import { scoringTypes } from '../content-types/opt-in';
import { type AdoptionRecord, adoptionRepository } from '../records/adoptions';
import { entryRepository, type Publication } from '../records/entries';
import { type FoundRuleSets, isUnderUnreadable, ruleSetRepository } from '../records/rule-sets';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import type { Transaction } from '../../../../../common/database/transaction';
import type { Findings } from './findings';

/** What is published of an entry, and its site adoptions in force. */
interface Entry {
  publications: Publication[];
  own: AdoptionRecord[];
}

const byEntry = (
  publications: ReadonlyArray<Publication & { documentId: string }>,
  adoptions: readonly AdoptionRecord[]
): Map<string, Entry> => {
  const entries = new Map<string, Entry>();
  const entryOf = (documentId: string): Entry => {
    const entry = entries.get(documentId) ?? { publications: [], own: [] };
    entries.set(documentId, entry);
    return entry;
  };
  for (const each of publications) entryOf(each.documentId).publications.push(each);
  for (const each of adoptions) entryOf(each.entryDocumentId ?? '').own.push(each);
  return entries;
};

/** Whether nobody can say which channel a placement is, today or when the entry was adopted. */
const isUndecided = ({ own }: Entry, ruleSets: FoundRuleSets, today: Day): boolean =>
  [today, ...own.map(({ adoptedOn }) => adoptedOn)].some((day) => isUnderUnreadable(ruleSets, day));

/** Finds the published entries whose site adoptions differ from what is published. */
export const findDifferingEntries = async (
  strapi: Core.Strapi,
  trx: Transaction,
  findings: Findings
): Promise<void> => {
  const ruleSets = await ruleSetRepository(strapi).found(trx);
  const today = calendarService(strapi).dayOf(clock.now());
  const site = await adoptionRepository(strapi).siteAdoptionsInForce(trx);
  for (const uid of scoringTypes(strapi)) {
    const publications = await entryRepository(strapi).allPublications(trx, uid);
    const adopted = site.filter(({ entryUid }) => entryUid === uid);
    const entries = byEntry(publications, adopted);
    findings.checked.entries += entries.size;
    for (const [documentId, entry] of entries) {
      if (isUndecided(entry, ruleSets, today)) continue;
      const { own, publications } = entry;
      const { missing, surplus } = siteDifference(publications, own, ruleSets.readable, today);
      if (missing.length > 0) findings.entries.push({ uid, documentId, problem: 'not-adopted' });
      if (surplus.length > 0) findings.entries.push({ uid, documentId, problem: 'not-withdrawn' });
    }
  }
};
