/** The sample company of fourteen as members of a workspace: the same people under Slack's ids. */
import type { FakeSlack, NewMember } from './index.ts';

export const team = 'T1';

/** The account of a person of ours. */
export const accountOf = (person: string): string => `U${person.toUpperCase()}`;

export interface Employee {
  id: string;
  name: string;
  title?: string;
  zone: string;
  locale: 'en' | 'zh';
  manager?: string;
  admin?: boolean;
}

export const managerField = 'XfMANAGER';

export function employ(slack: FakeSlack, team: string, employees: readonly Employee[]): void {
  const workspace = slack.state.workspaces.get(team);
  workspace?.profileFields.push({ id: managerField, label: 'Manager', type: 'user' });
  for (const e of employees) {
    const member: NewMember = {
      id: accountOf(e.id),
      name: e.id,
      realName: e.name,
      email: `${e.id}@acme.test`,
      tz: e.zone,
      locale: e.locale === 'zh' ? 'zh-CN' : 'en-US',
      ...(e.title && { title: e.title }),
      ...(e.admin && { admin: true }),
      ...(e.manager && { fields: { [managerField]: { value: accountOf(e.manager), alt: '' } } }),
    };
    slack.member(team, member);
  }
}
