/** From a request to the route that answers it: guard, route, person, pace, in this order. */
import { guardOf } from './guard.ts';
import { type Call, paramsOf, type Route, refused, Trouble } from './http.ts';
import type { ConsoleOptions, ConsolePerson, ConsolePorts } from './index.ts';
import { paceOf } from './pace.ts';
import { pageOf } from './pages.ts';

interface Desk {
  root: string;
  routes: Route[];
  guard: ReturnType<typeof guardOf>;
  may: ReturnType<typeof paceOf>;
  isOpen(): boolean;
  personOf(id: string): Promise<ConsolePerson>;
}

function callOf(request: Request): Call {
  const locale = /^zh\b/i.test(request.headers.get('accept-language') ?? '') ? 'zh' : 'en';
  return { request, url: new URL(request.url), params: {}, locale, afterwards: [] };
}

function routeOf({ routes }: Desk, { request, url }: Call): { route: Route; params: Record<string, string> } {
  for (const route of routes) {
    const params = route.method === request.method && paramsOf(route.path, url.pathname);
    if (params) return { route, params };
  }
  throw new Trouble('noRoute');
}

async function answer(desk: Desk, call: Call): Promise<Response> {
  const path = call.url.pathname;
  desk.guard(call.request, path);
  if (!path.startsWith('/api/')) return pageOf(desk.root, call.request, path);
  const { route, params } = routeOf(desk, call);
  if (!desk.isOpen()) throw new Trouble('starting');
  call.params = params;
  if (route.needs === 'nothing') return route.run(call);
  const person = await desk.personOf(params.id ?? '');
  call.locale = person.locale;
  if (!desk.may(person.id)) throw new Trouble('tooFast');
  return route.run(Object.assign(call, { person }));
}

function afterwards(call: Call, log: ConsolePorts['log']): void {
  for (const then of call.afterwards) {
    try {
      then();
    } catch (error) {
      // Nobody waits for this any more; unheard it would end the process.
      log.error({ err: error }, 'what follows an answer of the console failed');
    }
  }
}

export function dispatcher(
  options: ConsoleOptions,
  log: ConsolePorts['log'],
  isOpen: Desk['isOpen'],
  personOf: Desk['personOf'],
  routes: Route[],
): (request: Request) => Promise<Response> {
  const desk: Desk = {
    root: options.pageRoot,
    routes,
    guard: guardOf(options),
    may: paceOf(),
    isOpen,
    personOf,
  };
  return async (request) => {
    const call = callOf(request);
    try {
      return await answer(desk, call);
    } catch (error) {
      return refused(error, call.locale, log, `${request.method} ${call.url.pathname.split('/')[2] ?? ''}`);
    } finally {
      // The caller takes the response in this turn of the loop; what waits for it comes in the next.
      setImmediate(() => afterwards(call, log));
    }
  };
}
