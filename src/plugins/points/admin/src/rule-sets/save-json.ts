/** Lets the browser save data as a JSON file. */
export const saveJson = (name: string, data: unknown): void => {
  const text = `${JSON.stringify(data, null, 2)}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${name}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
};
