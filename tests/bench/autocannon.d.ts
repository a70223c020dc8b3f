/** What the benches use of autocannon, which brings no types of its own. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    workers?: number;
    requests: ReadonlyArray<{ method: 'GET'; path: string }>;
  }

  interface Result {
    /** Seconds. */
    duration: number;
    errors: number;
    non2xx: number;
    requests: { total: number };
  }

  export default function autocannon(options: Options): Promise<Result>;
}
