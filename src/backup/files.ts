import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../cli/command-error';
import type { BackupFile } from './manifest';

/** Kept by git, and no upload. */
const NOT_UPLOADED: ReadonlySet<string> = new Set(['.gitkeep']);

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const sync = async (file: string): Promise<void> => {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Writes a stream to a new file, through to the disk; gives its size and hash. */
export const writeStream = async (
  source: Readable,
  file: string,
  ...through: Transform[]
): Promise<Omit<BackupFile, 'path'>> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline([source, ...through, counted, createWriteStream(file, { flags: 'wx' })]);
  await sync(file);
  return { bytes, sha256: hash.digest('hex') };
};

/** Writes a new file, through to the disk. */
export const writeDurably = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Files below a folder, as paths from it; none where it is not there. */
export const filesBelow = async (directory: string): Promise<string[]> => {
  try {
    const found = await readdir(directory, { recursive: true, withFileTypes: true });
    return found
      .filter((each) => each.isFile() && !NOT_UPLOADED.has(each.name))
      .map((each) => path.relative(directory, path.join(each.parentPath, each.name)))
      .sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
};

/** Copies a file; `null` where it has gone meanwhile. */
export const copyDurably = async (
  from: string,
  to: string
): Promise<Omit<BackupFile, 'path'> | null> => {
  try {
    return await writeStream(createReadStream(from), to);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

/** Whether a folder is missing or holds nothing but what git keeps. */
export const isEmptyDirectory = async (directory: string): Promise<boolean> => {
  try {
    return (await readdir(directory)).every((name) => NOT_UPLOADED.has(name));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    throw error;
  }
};

/** Moves what is in one folder into another, and makes the first go away; gives what takes it back. */
export const moveInto = async (from: string, to: string): Promise<() => Promise<void>> => {
  const names = await readdir(from);
  await mkdir(to, { recursive: true });
  for (const name of names) await rename(path.join(from, name), path.join(to, name));
  await rm(from, { recursive: true });
  return async () => {
    for (const name of names) await rm(path.join(to, name), { recursive: true, force: true });
  };
};

/** Runs `work` in a new folder beside `directory`, which takes its name once all is written. */
export const inNewDirectory = async <T>(
  directory: string,
  work: (partial: string) => Promise<T>
): Promise<T> => {
  if (!(await isEmptyDirectory(directory))) {
    throw new CommandError(`${directory} 不是空目录。 ${directory} is not an empty folder.`);
  }
  const partial = `${directory}.partial-${process.pid}`;
  try {
    await mkdir(partial, { recursive: true });
    const result = await work(partial);
    await sync(partial);
    await rm(directory, { recursive: true, force: true });
    await rename(partial, directory);
    await sync(path.dirname(directory));
    return result;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
};

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', '53100']);
const FORBIDDEN: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY']);

/** A failure of the disk as a sentence; any other as it is. */
export const inWords = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (FULL.has(code)) {
    return new CommandError(
      '磁盘已满，什么都没有留下。 The disk is full; nothing was left behind.',
      {
        cause: error,
      }
    );
  }
  // SQLite's word for a write that failed, by a quota as by a broken disk.
  if (typeof code === 'string' && code.startsWith('SQLITE_IOERR')) {
    return new CommandError(
      `磁盘已满、超出配额或读写出错，什么都没有留下。 The disk is full, over its quota or failing; nothing was left behind. (${(error as Error).message})`,
      { cause: error }
    );
  }
  if (FORBIDDEN.has(code)) {
    return new CommandError(
      `没有写入权限，什么都没有留下。 Writing is not allowed here; nothing was left behind. (${(error as Error).message})`,
      { cause: error }
    );
  }
  return error;
};
