/** `/perf …` or `绩效…`, as people type it; in whatever case, a full-width slash, wide spaces before and after. */
const COMMAND = /^\s*(?:[/／]\s*(?:perf|ｐｅｒｆ)(?![\p{L}\p{N}_])|[/／]?\s*绩效)/iu;

/** What follows the command's name, or nothing when the text is a message. */
export function commandIn(text: string): string | undefined {
  const head = COMMAND.exec(text)?.[0];
  return head === undefined ? undefined : text.slice(head.length).trim();
}
