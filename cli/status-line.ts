import type { CallTally } from './call-tally.ts';
import { plural } from './plural.ts';
import type { Terminal } from './terminal.ts';

/** A line at the right edge of the terminal that says how the recording goes. */
export interface StatusLine {
  /** Takes the line away for good. */
  close(): void;
}

const redrawMs = 100;
const esc = '\u001b';
const saveCursor = `${esc}7`;
const restoreCursor = `${esc}8`;
const clearToEnd = `${esc}[K`;

/**
 * Shows the progress of a recording on stderr until it is closed; shows nothing where stderr is no terminal.
 * It stands at the right edge of the line on which the program is writing, and the cursor goes back to where the
 * program left it, so that nothing of the program's own output moves. It is drawn anew at most ten times a second,
 * and only when a number has changed.
 */
export function openStatusLine(terminal: Terminal, progress: () => CallTally): StatusLine {
  if (!terminal.stderr.isTerminal) return { close: () => {} };
  let shown = '';
  const draw = () => {
    const text = describeProgress(progress());
    if (text === shown) return;
    terminal.writeTalk(atRightEdge(text, Math.max(text.length, shown.length), terminal));
    shown = text;
  };
  const timer = setInterval(draw, redrawMs);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
      if (shown !== '') terminal.writeTalk(atRightEdge('', shown.length, terminal));
    },
  };
}

function describeProgress({ calls, services, denied, unrecognised }: CallTally): string {
  if (calls === 0) return '';
  const deniedCalls = denied.reduce((sum, { count }) => sum + count, 0);
  return [
    plural(calls, 'AWS call'),
    plural(services, 'service'),
    ...(deniedCalls === 0 ? [] : [`${deniedCalls} denied`]),
    ...(unrecognised === 0 ? [] : [`${unrecognised} not recognised`]),
  ].join(', ');
}

/** The last column stays free: some terminals go to the next line when it is written. */
function atRightEdge(text: string, width: number, { stderr }: Terminal): string {
  const room = (stderr.columns ?? 80) - 1;
  if (width > room) return '';
  const column = room - width + 1;
  const [dim, plain] = stderr.hasColours ? [`${esc}[2m`, `${esc}[22m`] : ['', ''];
  const drawn = `${dim}${text.padStart(width)}${plain}`;
  return `${saveCursor}${esc}[${column}G${clearToEnd}${drawn}${restoreCursor}`;
}
