import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../constants';
import { adoptionService } from './adoptions';
import { clock } from './clock';
import { deskService } from './desk';
import { duplicateService } from './duplicates';
import { entryService } from './entries';
import { entryViewService } from './entry-view';
import { inboxService } from './inbox';
import { labelsService } from './labels';
import { ledgerService } from './ledger';
import { lifeService } from './life';
import { makeEntryService } from './make-entry';
import { mergeService } from './merge';
import { reconcileService } from './reconcile';
import { reportService } from './report';
import { submissionViewService } from './submission-view';

const services = {
  adoptions: adoptionService,
  clock: () => clock,
  desk: deskService,
  duplicates: duplicateService,
  entries: entryService,
  entryView: entryViewService,
  inbox: inboxService,
  labels: labelsService,
  ledger: ledgerService,
  life: lifeService,
  makeEntry: makeEntryService,
  merge: mergeService,
  reconcile: reconcileService,
  report: reportService,
  submissionView: submissionViewService,
};

export default services;

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** One of the plugin's services, with its type. */
export const getService = <Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name
): Services[Name] => strapi.plugin(PLUGIN).service<Services[Name]>(name);
