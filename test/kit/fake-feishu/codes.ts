/** Feishu's codes that this server speaks, with the HTTP status under which each arrives. */
export const codes = {
  appUnknown: [10003, 200, 'invalid param'],
  secretWrong: [10014, 200, 'app secret invalid'],
  tokenMissing: [99991661, 400, 'Missing access token for authorization.'],
  tokenInvalid: [
    99991663,
    400,
    'Invalid access token for authorization. Please make a test attempt and check it.',
  ],
  scopeMissing: [99991672, 400, 'Access denied. One of the following scopes is required: '],
  fieldInvalid: [99992402, 400, 'field validation failed'],
  idUnknown: [99992351, 400, 'The request you send is not a valid {open_id} or not exists. Invalid ids: '],
  messageUnknown: [
    99992354,
    400,
    'The request you send is not a valid {open_message_id} or not exists. Invalid ids: ',
  ],
  idOfOtherApp: [99992361, 400, 'open_id cross app'],
  rate: [99991400, 429, 'request trigger frequency limit'],
  quota: [99991403, 429, 'This month’s API call quota has been exceeded'],
  parameter: [230001, 400, 'Your request contains an invalid request parameter.'],
  notInChat: [230002, 400, 'Bot/User can NOT be out of the chat.'],
  botOff: [230006, 400, 'Bot ability is not activated.'],
  recalled: [230011, 400, 'The message was withdrawn.'],
  notAvailable: [230013, 400, 'Bot has NO availability to this user.'],
  targetRate: [230020, 400, 'This operation triggers the frequency limit.'],
  tooLong: [230025, 400, 'The length of the message content reaches its limit.'],
  audited: [230028, 400, 'The messages do NOT pass the audit.'],
  resigned: [230029, 400, 'The user has resigned.'],
  tooOld: [230031, 400, 'The message sent more than 14 days ago can NOT be updated.'],
  muted: [230035, 400, 'Send Message Permission deny.'],
  beingSent: [230049, 400, 'The message is being sent.'],
  blocked: [230053, 400, 'The user has stopped the bot from sending messages.'],
  wrongType: [230054, 400, 'This operation is not supported for this message type.'],
  card: [230099, 400, 'Failed to create card content, ext='],
  chatUnknown: [232006, 400, 'Your request contains an invalid chat_id.'],
  membersParallel: [232019, 400, 'Request is being processed, please try again later.'],
  notInGroup: [232011, 400, 'Operator can NOT be out of the chat.'],
  imageTooLarge: [234006, 400, 'The file size exceed the max value.'],
  resourceUnknown: [234003, 400, 'File not in message.'],
  delayedToken: [300090, 200, 'token invalid or used up'],
  departmentUnknown: [40004, 400, 'no dept authority error'],
  eventUnknown: [193001, 400, 'event not found'],
  busy: [2200, 500, 'Internal Error'],
} as const satisfies Record<string, readonly [number, number, string]>;

export type Code = keyof typeof codes;

/** A call that Feishu does not do: thrown by a route, answered by the server. */
export class Refused extends Error {
  readonly reason: Code;
  readonly headers: Record<string, string>;
  constructor(reason: Code, detail = '', headers: Record<string, string> = {}) {
    super(`${codes[reason][2]}${detail}`);
    this.reason = reason;
    this.headers = headers;
  }
}

/** A card that Feishu does not take: the inner code, as `ext` carries it. */
export class CardFault extends Error {
  readonly code: number;
  readonly value: string;
  constructor(code: number, message: string, value = '') {
    super(message);
    this.code = code;
    this.value = value;
  }
  get ext(): string {
    return `ErrCode: ${this.code}; ErrMsg: ${this.message}; ErrorValue: ${this.value};`;
  }
}
