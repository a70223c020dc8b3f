import type { VerifyResponse } from '../plugins/points/server/src/public';
import { loadEnvironment, runCommand, besideApplication } from './boot';

type Result = VerifyResponse['data'];

interface VerificationService {
  run(): Promise<Result>;
}

const describe = ({ chain, unchained, bulletins, reviews, reconcile }: Result): string[] => [
  ...(chain
    ? [
        `posting ${chain.key ?? '(none)'} at place ${chain.sequence} of the chain: ${chain.problem}` +
          (chain.after === null ? '' : `, behind ${chain.after}`),
      ]
    : []),
  ...unchained.map((key) => `posting ${key} stands in no chain`),
  ...bulletins.map(({ month, problem }) => `bulletin of ${month}: ${problem}`),
  ...reviews.map(({ period, problem }) => `review of ${period}: ${problem}`),
  ...(reconcile.ok ? [] : ['the ledger has differences: run npm run points:reconcile']),
];

const report = (result: Result): void => {
  const { postings, bulletins, reviews } = result.checked;
  console.log(`验证 Verified: ${postings} postings, ${bulletins} bulletins, ${reviews} reviews.`);
  console.log(`末条 Last: ${result.head.sequence} ${result.head.hash}`);
  if (result.ok) {
    console.log('账目未被改动。 Nobody touched the ledger.');
    return;
  }
  const findings = describe(result);
  console.error(`发现 ${findings.length} 处问题。 ${findings.length} findings:`);
  for (const finding of findings) console.error(`- ${finding}`);
};

/** Computes the ledger's chain and every bulletin's hashes anew, and changes nothing. */
const verify = async (): Promise<number> => {
  loadEnvironment();
  return besideApplication(async (strapi) => {
    const result = await strapi.plugin('points').service<VerificationService>('verification').run();
    report(result);
    return result.ok ? 0 : 1;
  });
};

runCommand(verify);
