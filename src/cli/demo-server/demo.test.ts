import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { demoPassword } from './password';
import { addressOf, holdPort, releasePort } from './port';
import { ensureSecrets } from './secrets';

const SECRETS = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'JWT_SECRET'];

describe('what the demo prepares', () => {
  let directory: string;
  let file: string;
  const environment = process.env;

  beforeEach(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'demo-test-'));
    file = path.join(directory, '.env');
    process.env = {};
  });
  afterEach(() => {
    process.env = environment;
    rmSync(directory, { recursive: true, force: true });
  });

  const read = (): string => readFileSync(file, 'utf8');
  const valueOf = (name: string): string | undefined =>
    new RegExp(`^${name}=(.+)$`, 'm').exec(read())?.[1];

  it('makes secrets that only their owner reads, and keeps them', () => {
    ensureSecrets(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const name of SECRETS) expect(valueOf(name)).toBe(process.env[name]);
    expect(new Set(SECRETS.map(valueOf)).size).toBe(SECRETS.length);
    const first = read();
    ensureSecrets(file);
    expect(read()).toBe(first);
  });

  it('fills what a copied example leaves empty, and nothing else', () => {
    writeFileSync(file, 'PORT=1400\nJWT_SECRET=\nADMIN_JWT_SECRET=mine');
    process.env.ADMIN_JWT_SECRET = 'mine';
    ensureSecrets(file);
    expect(read().startsWith('PORT=1400\nJWT_SECRET=')).toBe(true);
    expect(valueOf('JWT_SECRET')?.length).toBeGreaterThan(30);
    expect(valueOf('ADMIN_JWT_SECRET')).toBe('mine');
    expect(read().match(/JWT_SECRET=/g)).toHaveLength(2);
  });

  it('makes a password up once, which Strapi takes', () => {
    const password = demoPassword(file);
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,}$/);
    expect(demoPassword(file)).toBe(password);
    expect(valueOf('DEMO_PASSWORD')).toBe(password);
  });

  it.each([
    ['Short1', '8 characters'],
    ['lowercase1', 'upper-case'],
    ['UPPERCASE1', 'lower-case'],
    ['NoDigitsHere', 'digit'],
    [`Aa1${'长'.repeat(40)}`, '72 bytes'],
  ])('refuses the password %s', (password, why) => {
    process.env.DEMO_PASSWORD = password;
    expect(() => demoPassword(file)).toThrow(why);
  });

  it('listens where HOST and PORT say, on this machine only unless told', () => {
    expect(addressOf({})).toEqual({ host: '127.0.0.1', port: 1337 });
    expect(addressOf({ HOST: '0.0.0.0', PORT: '8080' })).toEqual({ host: '0.0.0.0', port: 8080 });
    expect(() => addressOf({ PORT: 'abc' })).toThrow('PORT is "abc"');
    expect(() => addressOf({ PORT: '70000' })).toThrow('from 1 to 65535');
  });

  it('says so when the port is taken, and lets go of it', async () => {
    const first = await holdPort({ host: '127.0.0.1', port: 0 });
    const { port } = first.address() as AddressInfo;
    const address = { host: '127.0.0.1', port };
    const early = await fetch(`http://127.0.0.1:${port}/admin`);
    expect([early.status, await early.text()]).toEqual([503, expect.stringContaining('准备')]);
    await expect(holdPort(address)).rejects.toThrow(`PORT=${port + 1} npm run demo`);
    await releasePort(first);
    await releasePort(await holdPort(address));
  });
});
