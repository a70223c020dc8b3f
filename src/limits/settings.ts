/** So many of something in so many seconds; nothing where it is not limited. */
export interface Rate {
  points: number;
  seconds: number;
}

/** What is counted, each with its own number: see `RATES`. */
export type RateName =
  | 'loginAccount'
  | 'loginAccountAnywhere'
  | 'loginAddress'
  | 'resetAccount'
  | 'resetAddress'
  | 'refresh'
  | 'search'
  | 'upload'
  | 'api';

interface RateSetting {
  variable: string;
  rate: Rate;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Failed logins count by account and address together, by account from anywhere, and by address over
 * all accounts; whatever sends mail or tries tokens by account and by address; the rest by address.
 */
const RATES: Readonly<Record<RateName, RateSetting>> = {
  loginAccount: { variable: 'LIMIT_LOGIN_ACCOUNT', rate: { points: 5, seconds: 5 * MINUTE } },
  loginAccountAnywhere: {
    variable: 'LIMIT_LOGIN_ACCOUNT_ANYWHERE',
    rate: { points: 50, seconds: HOUR },
  },
  loginAddress: { variable: 'LIMIT_LOGIN_ADDRESS', rate: { points: 50, seconds: 15 * MINUTE } },
  resetAccount: { variable: 'LIMIT_RESET_ACCOUNT', rate: { points: 5, seconds: HOUR } },
  resetAddress: { variable: 'LIMIT_RESET_ADDRESS', rate: { points: 20, seconds: HOUR } },
  refresh: { variable: 'LIMIT_REFRESH', rate: { points: 600, seconds: MINUTE } },
  search: { variable: 'LIMIT_SEARCH', rate: { points: 120, seconds: MINUTE } },
  upload: { variable: 'LIMIT_UPLOAD', rate: { points: 300, seconds: 10 * MINUTE } },
  api: { variable: 'LIMIT_API', rate: { points: 1200, seconds: MINUTE } },
};

/** The bounds of what a request asks for, before any of it is looked at. */
export interface Bounds {
  /** How deep a body is nested, and how many values it holds. */
  bodyDepth: number;
  bodyValues: number;
  /** Letters, parameters and brackets in a row of a query string. */
  queryLetters: number;
  queryParameters: number;
  queryDepth: number;
  /** Pixels of a picture, all frames of an animated one together, in millions. */
  megapixels: number;
}

const BOUNDS: Readonly<Record<keyof Bounds, readonly [variable: string, value: number]>> = {
  bodyDepth: ['LIMIT_BODY_DEPTH', 32],
  bodyValues: ['LIMIT_BODY_VALUES', 50_000],
  queryLetters: ['LIMIT_QUERY_LETTERS', 8_000],
  queryParameters: ['LIMIT_QUERY_PARAMETERS', 500],
  queryDepth: ['LIMIT_QUERY_DEPTH', 20],
  megapixels: ['LIMIT_MEGAPIXELS', 80],
};

/** What `config/limits.ts` holds. */
export interface Limits {
  rates: Partial<Record<RateName, Rate>>;
  bounds: Bounds;
}

type Environment = Readonly<Record<string, string | undefined>>;

const keysOf = <T extends object>(value: T): Array<keyof T> => Object.keys(value) as Array<keyof T>;

const wholeOf = (text: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

const rateOf = (environment: Environment, { variable, rate }: RateSetting): Rate | undefined => {
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return rate;
  if (text === 'off') return undefined;
  const [points, seconds, ...rest] = text.split('/').map(wholeOf);
  if (points === undefined || seconds === undefined || rest.length > 0) {
    throw new Error(
      `${variable} is "${text}"; it takes a number in so many seconds, such as ` +
        `${rate.points}/${rate.seconds}, or "off".`
    );
  }
  return { points, seconds };
};

const boundOf = (environment: Environment, name: keyof Bounds): number => {
  const [variable, value] = BOUNDS[name];
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return value;
  const given = wholeOf(text);
  if (given === undefined)
    throw new Error(`${variable} is "${text}"; it takes a whole number above 0.`);
  return given;
};

const ratesOf = (environment: Environment): Limits['rates'] => {
  const rates: Limits['rates'] = {};
  for (const name of keysOf(RATES)) {
    const rate = rateOf(environment, RATES[name]);
    if (rate) rates[name] = rate;
  }
  return environment.RATE_LIMITS?.trim() === 'false' ? {} : rates;
};

/**
 * The limits that the environment sets, the defaults where it says nothing.
 *
 * @throws Error at boot, when a variable is none that it takes
 */
export const limitsFrom = (environment: Environment): Limits => ({
  rates: ratesOf(environment),
  bounds: Object.fromEntries(
    keysOf(BOUNDS).map((name) => [name, boundOf(environment, name)])
  ) as unknown as Bounds,
});
