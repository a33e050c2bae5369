/** What stands in a button: the token and, of a choice, the value. JSON has no raw line break, so one parts them. */
export const pressOf = (token: string, value?: string): string =>
  value === undefined ? token : `${token}\n${value}`;

export function readPress(text: string): { token: string; value?: string } {
  const at = text.indexOf('\n');
  return at < 0 ? { token: text } : { token: text.slice(0, at), value: text.slice(at + 1) };
}

/** Turning to another page is between the adapter and the reader; the core never hears of it. */
export const turnTo = (id: string, page: number): string => `slack.page ${JSON.stringify([id, page])}`;

export function readTurn(token: string): { id: string; page: number } | undefined {
  const [, id, page] = /^slack\.page \["([\w-]{43})",(\d{1,4})\]$/.exec(token) ?? [];
  return id && page ? { id, page: Number(page) } : undefined;
}
