import { publishArts } from './arts';
import { publishDisclosure } from './disclosure';
import { publishEvents } from './events';
import { publishHeritage } from './heritage';
import { publishLectures } from './lectures';
import { publishLivelihood } from './livelihood';
import { publishPolicies } from './market';
import { publishOrganisation } from './organisation';
import { publishServices } from './services';
import type { Stage } from './stage';

/** Publishes the entries of every column that carries any, news aside. */
export const publishColumns = async (stage: Stage): Promise<void> => {
  await publishOrganisation(stage);
  await publishDisclosure(stage);
  await publishServices(stage);
  await publishHeritage(stage);
  await publishLivelihood(stage);
  await publishArts(stage);
  await publishPolicies(stage);
  await publishLectures(stage);
  await publishEvents(stage);
};
