import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestOf } from '../common/text/digest';
import { CommandError } from '../cli/command-error';
import { writeDurably } from './files';
import type { Table } from './schema';

const MANIFEST = 'manifest.json';

/** What the manifest's own hash is kept in, as `sha256sum -c` reads it. */
const MANIFEST_HASH = `${MANIFEST}.sha256`;

/** Raised whenever a backup is written otherwise. */
const FORMAT = 1;

/** One file of a backup; its path is below the backup's folder. */
export interface BackupFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** A table's rows in a backup. */
export interface BackupTable {
  file: BackupFile;
  rows: number;
  /** Hash of what the rows say, the same on every kind of database. */
  content: string;
  /** The last number that the table gave to a row, or `null` where it gives none. */
  lastId: number | null;
}

/** What a backup holds, and the hashes that prove it whole. */
export interface Manifest {
  format: number;
  createdAt: string;
  application: string;
  strapi: string;
  client: string;
  /** Hash of the schema below: two backups of one schema have the same. */
  schemaHash: string;
  schema: Table[];
  tables: Record<string, BackupTable>;
  uploads: BackupFile[];
  /** Addresses of files that rows name and that were not there. */
  missingUploads: string[];
}

export type NewManifest = Omit<Manifest, 'format' | 'schemaHash'>;

/** The hash of a file's bytes. */
const hashFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

export const writeManifest = async (directory: string, given: NewManifest): Promise<void> => {
  const manifest: Manifest = {
    format: FORMAT,
    ...given,
    schemaHash: digestOf('sha256', JSON.stringify(given.schema)),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(path.join(directory, MANIFEST), text);
  await writeDurably(
    path.join(directory, MANIFEST_HASH),
    `${digestOf('sha256', text)}  ${MANIFEST}\n`
  );
};

const readText = async (directory: string, name: string): Promise<string> => {
  try {
    return await readFile(path.join(directory, name), 'utf8');
  } catch (cause) {
    throw new CommandError(
      `${directory} 不是完整的备份：缺少 ${name}。 ${directory} is no whole backup: ${name} is missing.`,
      { cause }
    );
  }
};

/**
 * Reads what a backup says that it holds.
 *
 * @throws CommandError when there is none, it is damaged, or a later version wrote it
 */
export const readManifest = async (directory: string): Promise<Manifest> => {
  const text = await readText(directory, MANIFEST);
  const hash = await readText(directory, MANIFEST_HASH);
  if (!hash.startsWith(digestOf('sha256', text))) {
    throw new CommandError(`备份清单已损坏。 ${MANIFEST} of ${directory} is damaged.`);
  }
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format === FORMAT) return manifest;
  throw new CommandError(
    `备份格式为 ${manifest.format}，本程序只读 ${FORMAT}。 This backup has format ${manifest.format}; this version reads ${FORMAT}.`
  );
};

/** All files that a backup names beside its manifest. */
const filesOf = ({ tables, uploads }: Manifest): BackupFile[] => [
  ...Object.values(tables).map(({ file }) => file),
  ...uploads,
];

/**
 * Reads every file of a backup and compares it with its hash.
 *
 * @throws CommandError naming the first that is missing or not what it was
 */
export const verifyFiles = async (directory: string, manifest: Manifest): Promise<void> => {
  for (const { path: name, sha256: expected } of filesOf(manifest)) {
    const found = await hashFile(path.join(directory, name)).catch(() => null);
    if (found === expected) continue;
    const [zh, en] = found === null ? ['缺少', 'is missing'] : ['已损坏', 'is damaged'];
    throw new CommandError(
      `备份不完整：${name} ${zh}，什么都没有恢复。 ${name} of this backup ${en}; nothing was restored.`
    );
  }
};
