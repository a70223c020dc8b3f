import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { oncePerApplication } from '../../common/once-per-application';
import { siteChanges } from './changes';

const gzipped = promisify(gzip);
const brotli = promisify(brotliCompress);

const MEGABYTE = 1024 * 1024;

/** Shorter bodies grow, or hardly shrink. */
const LEAST_COMPRESSED = 1024;

/** What one answer takes beside its body and its address. */
const OVERHEAD = 512;

/**
 * Even without any change an answer is made anew after so long: time itself changes pages, when an
 * event is over.
 */
const LIFE_MS = 60_000;

/** The same while another instance's changes are not heard of. */
const UNTOLD_LIFE_MS = 5_000;

export type Encoding = 'br' | 'gzip' | 'identity';

/** An answer that is the same for everyone, ready to be sent. */
export interface KeptAnswer {
  type: string;
  cacheControl: string;
  /** Of the plain body, in quotes. */
  etag: string;
  body: Buffer;
  /** Its compressed copies, each made when it is first asked for. */
  compressed: Map<Encoding, Promise<Buffer>>;
  until: number;
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The body of an answer in an encoding. */
export const bodyIn = (answer: KeptAnswer, encoding: Encoding): Promise<Buffer> => {
  if (encoding === 'identity') return Promise.resolve(answer.body);
  const known = answer.compressed.get(encoding);
  if (known) return known;
  const made = encoding === 'br' ? brotli(answer.body, BROTLI) : gzipped(answer.body);
  answer.compressed.set(encoding, made);
  return made;
};

export const isCompressed = ({ body }: KeptAnswer): boolean => body.length >= LEAST_COMPRESSED;

/** Answers by their addresses, until the site changes. */
export interface Keep {
  find(address: string): KeptAnswer | undefined;
  /** Waits for whoever makes that answer already, since the last change; else nothing. */
  pending(address: string): Promise<void> | undefined;
  /**
   * Says that an answer is being made. What the returned function is given is kept, unless the site
   * has changed since; it is to be called in any case.
   */
  begin(address: string): (answer?: Omit<KeptAnswer, 'compressed' | 'until'>) => KeptAnswer | null;
  forget(): void;
}

interface Options {
  megabytes: number;
  now: () => number;
  /** Whether changes of others are heard of. */
  isTold: () => boolean;
}

export const createKeep = ({ megabytes, now, isTold }: Options): Keep => {
  const answers = new LRUCache<string, KeptAnswer>({
    maxSize: megabytes * MEGABYTE,
    // With both of its compressed copies.
    sizeCalculation: ({ body }, address) =>
      Math.ceil(body.length * 1.5) + address.length * 2 + OVERHEAD,
  });
  let making = new Map<string, Promise<void>>();
  return {
    find(address) {
      const found = answers.get(address);
      if (!found) return undefined;
      const moment = now();
      if (found.until > moment && (isTold() || found.until - LIFE_MS + UNTOLD_LIFE_MS > moment)) {
        return found;
      }
      answers.delete(address);
      return undefined;
    },

    pending: (address) => making.get(address),

    begin(address) {
      const since = making;
      let finish: () => void = () => undefined;
      since.set(
        address,
        new Promise((resolve) => {
          finish = resolve;
        })
      );
      return (answer) => {
        since.delete(address);
        finish();
        if (!answer) return null;
        const kept: KeptAnswer = { ...answer, compressed: new Map(), until: now() + LIFE_MS };
        if (since === making) answers.set(address, kept);
        return kept;
      };
    },

    forget() {
      answers.clear();
      making = new Map();
    },
  };
};

/** The answers that an application keeps. */
export const keepOf = oncePerApplication((strapi: Core.Strapi): Keep => {
  const changes = siteChanges(strapi);
  const megabytes = strapi.config.get<number>('site.keep.megabytes');
  const keep = createKeep({ megabytes, now: Date.now, isTold: changes.isTold });
  changes.onChange(() => keep.forget());
  return keep;
});
