/** The app's own calendar, its events and who is invited. */
import { z } from 'zod';
import { Refused } from './codes.ts';
import { parsed, type Route } from './route.ts';
import type { CalendarEvent, State } from './state.ts';

const moment = z.union([
  z.object({ timestamp: z.string().regex(/^\d{9,11}$/), timezone: z.string().optional() }),
  z.object({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
]);
const event = z.looseObject({
  summary: z.string().max(1000).optional(),
  description: z.string().max(40_960).optional(),
  start_time: moment,
  end_time: moment,
});

const calendarOf = ({ app }: State) => `feishu.cn_${app.id}@group.calendar.feishu.cn`;
const writing = ['calendar:calendar', 'calendar:calendar.event:create'];

function eventOf(state: State, id: string | undefined): CalendarEvent {
  const found = state.events.get(id ?? '');
  if (!found || found.cancelled) throw new Refused('eventUnknown');
  return found;
}

const asData = ({ id, calendar, body, cancelled }: CalendarEvent) => ({
  event: {
    ...body,
    event_id: id,
    organizer_calendar_id: calendar,
    status: cancelled ? 'cancelled' : 'confirmed',
  },
});

const path = '/open-apis/calendar/v4/calendars';

export const calendarRoutes: Route[] = [
  {
    method: 'POST',
    path: `${path}/primary`,
    scopes: ['calendar:calendar', 'calendar:calendar:read', 'calendar:calendar:readonly'],
    run: (state) => ({
      calendars: [
        {
          calendar: { calendar_id: calendarOf(state), summary: state.app.name, type: 'primary' },
          user_id: state.app.botOpenId,
        },
      ],
    }),
  },
  {
    method: 'POST',
    path: `${path}/:calendar_id/events`,
    scopes: writing,
    run(state, { params, body, query }) {
      if (params.calendar_id !== calendarOf(state)) throw new Refused('eventUnknown');
      const given = parsed(event, body);
      const key = query.idempotency_key
        ? parsed(z.string().min(32).max(128), query.idempotency_key)
        : undefined;
      const known = key && state.uuids.get(`event:${key}`);
      if (known) return asData(eventOf(state, known.made));
      const made = {
        id: `${state.id('').slice(0, 24)}_0`,
        calendar: calendarOf(state),
        body: given,
        attendees: [],
        cancelled: false,
      };
      state.events.set(made.id, made);
      if (key) state.uuids.set(`event:${key}`, { until: Number.POSITIVE_INFINITY, made: made.id });
      return asData(made);
    },
  },
  {
    method: 'PATCH',
    path: `${path}/:calendar_id/events/:event_id`,
    scopes: ['calendar:calendar', 'calendar:calendar.event:update'],
    run(state, { params, body }) {
      const found = eventOf(state, params.event_id);
      found.body = { ...found.body, ...parsed(event.partial(), body) };
      return asData(found);
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:calendar_id/events/:event_id`,
    scopes: ['calendar:calendar', 'calendar:calendar.event:delete'],
    run(state, { params }) {
      eventOf(state, params.event_id).cancelled = true;
      return {};
    },
  },
  {
    method: 'GET',
    path: `${path}/:calendar_id/events/:event_id`,
    scopes: ['calendar:calendar', 'calendar:calendar:readonly', 'calendar:calendar.event:read'],
    run: (state, { params }) => asData(eventOf(state, params.event_id)),
  },
  {
    method: 'POST',
    path: `${path}/:calendar_id/events/:event_id/attendees`,
    scopes: ['calendar:calendar', 'calendar:calendar.event:update'],
    run(state, { params, body }) {
      const attendee = z.object({
        type: z.enum(['user', 'chat', 'resource', 'third_party']),
        user_id: z.string().optional(),
        is_optional: z.boolean().optional(),
      });
      const { attendees } = parsed(
        z.object({
          attendees: z.array(attendee).min(1).max(1000),
          need_notification: z.boolean().optional(),
        }),
        body,
      );
      const found = eventOf(state, params.event_id);
      for (const { user_id } of attendees) {
        if (!state.users.has(user_id ?? '')) throw new Refused('idUnknown', `[${user_id}]`);
        if (user_id && !found.attendees.includes(user_id)) found.attendees.push(user_id);
      }
      return {
        attendees: found.attendees.map((user_id) => ({ type: 'user', user_id, rsvp_status: 'needs_action' })),
      };
    },
  },
];
