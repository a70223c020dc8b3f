/**
 * What `make` makes of a text, made once and then kept, for the last `most` texts: for what is read
 * far more often than it changes. It is shared by all who ask, so nobody may change it.
 */
export const keptByText = <Result>(
  most: number,
  make: (text: string) => Result
): ((text: string) => Result) => {
  const kept = new Map<string, { result: Result }>();
  return (text) => {
    const known = kept.get(text) ?? { result: make(text) };
    kept.delete(text);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= most) kept.delete(oldest);
    kept.set(text, known);
    return known.result;
  };
};
