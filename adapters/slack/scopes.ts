/** What the bot may do; manifests/slack.yaml gives the same list, each with its reason (a test holds them together). */
export const scopes = [
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:write',
  'users.profile:read',
  'users:read',
  'users:read.email',
] as const;
