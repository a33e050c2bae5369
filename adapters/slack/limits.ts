/** Slack's limits: the only place where they stand. Counted in characters unless it says otherwise. */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All texts of a message together; Slack answers msg_blocks_too_long at about 13 KB. */
  messageBytes: 12_000,
  /** Of a view as JSON; Slack takes 250 KB. */
  viewBytes: 200_000,
  text: 3000,
  header: 150,
  fields: 10,
  fieldText: 2000,
  /** Elements of one row of buttons. */
  buttons: 25,
  buttonText: 75,
  value: 2000,
  /** block_id, action_id, callback_id. */
  id: 255,
  optionText: 75,
  optionValue: 75,
  options: 100,
  groups: 100,
  /** Radio buttons and checkboxes. */
  radios: 10,
  placeholder: 150,
  label: 2000,
  hint: 2000,
  input: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewTitle: 24,
  metadata: 3000,
  alt: 2000,
  tableRows: 100,
  tableColumns: 20,
  /** Bytes of all cells of one table. */
  tableBytes: 9000,
  /** Of the text that stands in a notification. */
  fallback: 1000,
  invites: 100,
  roomName: 80,
  files: 10,
} as const;

/** At most that many characters, with an ellipsis; never half a character. What is cut has to stand elsewhere in full. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  const last = head.charCodeAt(head.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? head.slice(0, -1) : head}…`;
}

export const bytes = (text: string): number => Buffer.byteLength(text);
