import { rebuildIndex } from '../site/search';
import { loadEnvironment, runCommand, besideApplication } from './boot';

/** Makes the index of the site's search anew from what is published. */
const rebuild = async (): Promise<number> => {
  loadEnvironment();
  return besideApplication(async (strapi) => {
    const { added } = await rebuildIndex(strapi);
    console.log(`检索索引已重建，共 ${added} 条。 The search index holds ${added} entries.`);
    return 0;
  });
};

runCommand(rebuild);
