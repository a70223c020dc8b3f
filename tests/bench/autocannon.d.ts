/** What the benches use of autocannon, which brings no types of its own. */
declare module 'autocannon' {
  interface Request {
    method: 'GET';
    path: string;
    headers?: Readonly<Record<string, string>>;
  }

  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    workers?: number;
    requests: readonly Request[];
  }

  interface Result {
    /** Seconds. */
    duration: number;
    errors: number;
    non2xx: number;
    requests: { total: number };
    /** Milliseconds. */
    latency: { p99: number };
  }

  export default function autocannon(options: Options): Promise<Result>;
}
