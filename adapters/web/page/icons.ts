/** Line icons on a 20 × 20 grid, drawn as DOM: the policy allows no data URLs. */
import { s } from './dom.ts';

const PATHS = {
  send: 'M3.5 10 16.5 4l-4 12.5-3-5.5-6-1Z M9.5 11l7-7',
  attach:
    'm15.5 9-5.8 5.8a3.3 3.3 0 0 1-4.7-4.7l6.3-6.3a2.2 2.2 0 0 1 3.1 3.1l-6.2 6.2a1.1 1.1 0 0 1-1.6-1.6L12 6.2',
  close: 'M5 5l10 10M15 5 5 15',
  people:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 16c.4-2.8 2.3-4.2 5-4.2s4.600 1.400 5 4.200M13 4.300a2.700 2.700 0 0 1 0 5M14.500 12.200c1.700.5 2.700 1.800 3 3.800',
  chat: 'M4 4.500h12a1 1 0 0 1 1 1v7.500a1 1 0 0 1-1 1H9l-3.500 3v-3H4a1 1 0 0 1-1-1V5.500a1 1 0 0 1 1-1Z',
  home: 'm3 9.500 7-6 7 6M5 8.500V16h3.500v-4h3v4H15V8.500',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.200l2.700 1.600',
  play: 'M6.500 4.500v11l9-5.500-9-5.500Z',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8 8.200c.1-1.200.9-1.900 2-1.900s2 .7 2 1.700c0 1.500-2 1.600-2 3.100M10 13.400v.2',
  reply: 'M8 5 3.500 9.500 8 14M4 9.500h7.500c3 0 5 1.800 5 5.500',
  check: 'm4.500 10.500 3.700 3.700 7.300-8',
  alert: 'M10 6.500v4.200M10 13.400v.2M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
  warn: 'M10 3.500 17.500 16.500h-15L10 3.500ZM10 8.500v3.700M10 14.200v.2',
  file: 'M6 3h5.500L15 6.500V17H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM11.500 3v3.500H15',
  down: 'm5 8 5 5 5-5',
  up: 'm5 12 5-5 5 5',
  left: 'm12 5-5 5 5 5',
  right: 'm8 5 5 5-5 5',
  room: 'M8 3.500 6.500 16.500M13.500 3.500 12 16.500M3.500 7.500h13M3.500 12.500h13',
  globe:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3 10h14M10 3c2 2 2.800 4.300 2.800 7S12 15 10 17c-2-2-2.800-4.300-2.800-7S8 5 10 3Z',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11ZM13.200 13.200l3.600 3.600',
} as const;

export type IconName = keyof typeof PATHS;

export const icon = (name: IconName, size = 20): SVGElement =>
  s(
    'svg',
    {
      class: 'icon',
      viewBox: '0 0 20 20',
      width: size,
      height: size,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('path', { d: PATHS[name] }),
  );

/** The product's mark: a loop that grows into a leaf. */
export const mark = (size = 24): SVGElement =>
  s(
    'svg',
    {
      class: 'mark',
      viewBox: '0 0 24 24',
      width: size,
      height: size,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('path', { class: 'mark-loop', d: 'M19 13.500a7 7 0 1 1-4.600-6.600' }),
    s('path', {
      class: 'mark-leaf',
      d: 'M13.500 11.500c-.3-4.600 2.300-7.300 7.500-7.500.2 5-2.500 7.800-7.500 7.500Z',
    }),
  );
