import type { Core } from '@strapi/strapi';
import { accountRepository } from './accounts';
import { adoptionRepository } from './adoptions';
import { appendRepository } from './append';
import { commissionRepository } from './commissions';
import { entryRepository } from './entries';
import { contributorRepository } from './contributors';
import { fileMentionRepository } from './file-mentions';
import { fileUseRepository } from './file-uses';
import { fileRepository } from './files';
import { historyRepository } from './history';
import { inboxRepository } from './inbox';
import { keptFileRepository } from './kept-files';
import { lifeRepository } from './lives';
import { mergeRepository } from './merges';
import { ownershipRepository } from './ownership';
import { postingRepository } from './postings';
import { rowRepository } from './rows';
import { ruleSetRepository } from './rule-sets';
import { submissionRepository } from './submissions';
import { totalRepository } from './totals';
import { unfoundedRepository } from './unfounded';
import { unitRepository } from './units';
import { versionRepository } from './versions';
import { wordRepository } from './words';

const createRepositories = (strapi: Core.Strapi) => ({
  accounts: accountRepository(strapi),
  adoptions: adoptionRepository(strapi),
  append: appendRepository(strapi),
  commissions: commissionRepository(strapi),
  entries: entryRepository(strapi),
  contributors: contributorRepository(strapi),
  fileMentions: fileMentionRepository(strapi),
  files: fileRepository(strapi),
  fileUses: fileUseRepository(strapi),
  history: historyRepository(strapi),
  inbox: inboxRepository(strapi),
  keptFiles: keptFileRepository(strapi),
  lives: lifeRepository(strapi),
  merges: mergeRepository(strapi),
  ownership: ownershipRepository(strapi),
  postings: postingRepository(strapi),
  rows: rowRepository(strapi),
  ruleSets: ruleSetRepository(strapi),
  submissions: submissionRepository(strapi),
  totals: totalRepository(strapi),
  unfounded: unfoundedRepository(strapi),
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
