import type { Core } from '@strapi/strapi';
import { accountRepository } from './accounts';
import { adoptionRepository } from './adoptions';
import { appendRepository } from './append';
import { commissionRepository } from './commissions';
import { entryRepository } from './entries';
import { fileRepository } from './files';
import { historyRepository } from './history';
import { inboxRepository } from './inbox';
import { lifeRepository } from './lives';
import { mergeRepository } from './merges';
import { ownershipRepository } from './ownership';
import { postingRepository } from './postings';
import { rowRepository } from './rows';
import { ruleSetRepository } from './rule-sets';
import { submissionRepository } from './submissions';
import { totalRepository } from './totals';
import { unitRepository } from './units';
import { versionRepository } from './versions';
import { wordRepository } from './words';

const createRepositories = (strapi: Core.Strapi) => ({
  accounts: accountRepository(strapi),
  adoptions: adoptionRepository(strapi),
  append: appendRepository(strapi),
  commissions: commissionRepository(strapi),
  entries: entryRepository(strapi),
  files: fileRepository(strapi),
  history: historyRepository(strapi),
  inbox: inboxRepository(strapi),
  lives: lifeRepository(strapi),
  merges: mergeRepository(strapi),
  ownership: ownershipRepository(strapi),
  postings: postingRepository(strapi),
  rows: rowRepository(strapi),
  ruleSets: ruleSetRepository(strapi),
  submissions: submissionRepository(strapi),
  totals: totalRepository(strapi),
  units: unitRepository(strapi),
  versions: versionRepository(strapi),
  words: wordRepository(strapi),
});

export type Repositories = ReturnType<typeof createRepositories>;

const made = new WeakMap<Core.Strapi, Repositories>();

/** All that touches the database; made once, when the database's metadata is there. */
export const repositories = (strapi: Core.Strapi): Repositories => {
  const known = made.get(strapi);
  if (known) return known;
  const repositoriesOfApplication = createRepositories(strapi);
  made.set(strapi, repositoriesOfApplication);
  return repositoriesOfApplication;
};
