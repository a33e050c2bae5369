/** The columns of an import file and the headers under which they are known, in English and Chinese. */

/** In the order of the template. */
export const columns = [
  'email',
  'name',
  'unit',
  'title',
  'manager',
  'hired',
  'left',
  'leaveFrom',
  'leaveTo',
  'zone',
  'locale',
  'calendar',
  'roles',
  'partnerOf',
  'formerEmail',
] as const;
export type Column = (typeof columns)[number];

/** The first of each language is the one that the template writes. */
const headers: Record<Column, { en: string[]; zh: string[] }> = {
  email: {
    en: ['E-mail', 'Mail', 'Work e-mail', 'E-mail address'],
    zh: ['邮箱', '工作邮箱', '电子邮箱', '邮件'],
  },
  name: { en: ['Name', 'Full name', 'Display name'], zh: ['姓名', '名字', '员工姓名'] },
  unit: { en: ['Unit', 'Department', 'Team', 'Org unit'], zh: ['部门', '所属部门', '团队'] },
  title: { en: ['Title', 'Job title', 'Position'], zh: ['职位', '岗位', '职务'] },
  manager: {
    en: ['Manager e-mail', 'Manager', 'Line manager', 'Reports to', 'Manager mail'],
    zh: ['直线经理邮箱', '直线经理', '上级邮箱', '直属上级', '上级', '经理邮箱', '汇报对象'],
  },
  hired: {
    en: ['Hired', 'Hire date', 'Start date', 'Joined'],
    zh: ['入职日期', '入职', '入职时间'],
  },
  left: { en: ['Left', 'Leaving date', 'Last day', 'End date'], zh: ['离职日期', '离职', '最后工作日'] },
  leaveFrom: { en: ['Leave from', 'Leave start', 'On leave from'], zh: ['休假开始', '长假开始', '休假起'] },
  leaveTo: {
    en: ['Leave to', 'Leave end', 'On leave to', 'Leave until'],
    zh: ['休假结束', '长假结束', '休假止'],
  },
  zone: { en: ['Time zone', 'Zone', 'TZ'], zh: ['时区'] },
  locale: { en: ['Language', 'Locale'], zh: ['语言'] },
  calendar: { en: ['Calendar', 'Holiday calendar', 'Holidays'], zh: ['假日历', '节假日历', '日历'] },
  roles: { en: ['Roles', 'Role'], zh: ['角色'] },
  partnerOf: {
    en: ['HRBP of', 'Partner of', 'HRBP units', 'Units of HRBP'],
    zh: ['负责部门', 'HRBP负责部门'],
  },
  formerEmail: { en: ['Former e-mail', 'Old e-mail', 'Previous e-mail'], zh: ['原邮箱', '旧邮箱'] },
};

const key = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–./:*()]+/g, '');

const byHeader = new Map(
  columns.flatMap((column) => {
    const { en, zh } = headers[column];
    return [column, ...en, ...zh].map((header) => [key(header), column] as const);
  }),
);

export const columnNamed = (header: string): Column | undefined => byHeader.get(key(header));

export const headerOf = (column: Column, l: 'en' | 'zh'): string => headers[column][l][0] ?? column;
