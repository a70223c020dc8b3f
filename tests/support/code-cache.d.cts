/** Writes what V8 has made of the code that this process has loaded so far. */
export declare const write: () => void;
