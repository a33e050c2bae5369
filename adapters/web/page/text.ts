/** The core's text markup as DOM. What people wrote never gets here unescaped; plain messages do not get here at all. */
import { type Span, spans } from '../../../src/core/md.ts';
import { h } from './dom.ts';
import type { Look } from './page.ts';
import { full, moment } from './when.ts';

function drawSpan(span: Span, look: Look): Node | string {
  if ('person' in span) return h('span', { class: 'mention' }, look.nameOf(span.person));
  if ('time' in span) {
    return h(
      'time',
      { datetime: span.time.toISOString(), title: full(span.time, look.reader) },
      moment(span.time, look.reader),
    );
  }
  if ('link' in span) {
    return h('a', { href: span.link, target: '_blank', rel: 'noopener noreferrer' }, span.text || span.link);
  }
  return span.bold ? h('strong', {}, span.text) : span.text;
}

export const rich = (text: string, look: Look): (Node | string)[] =>
  spans(text).map((span) => drawSpan(span, look));

/** For labels, tooltips and replies: the same words without any marks. */
export const flat = (text: string, look: Look): string =>
  spans(text)
    .map((span) => {
      if ('person' in span) return look.nameOf(span.person);
      return 'time' in span ? moment(span.time, look.reader) : span.text;
    })
    .join('');
