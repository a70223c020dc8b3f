import { hash } from 'node:crypto';

/** How a text is told by its hash: SHA-256 (FIPS 180-4), or SM3 (GB/T 32905-2016). */
export type DigestAlgorithm = 'sha256' | 'sm3';

/** The hash of a text's UTF-8 bytes, or of bytes; 64 hexadecimal digits in lower case. */
export const digestOf = (algorithm: DigestAlgorithm, text: string | Uint8Array): string =>
  hash(algorithm, text, 'hex');
