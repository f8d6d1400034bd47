/** Where progress goes; a terminal's line is written over and over. */
export interface ProgressScreen {
  readonly isTTY: boolean;
  readonly write: (text: string) => unknown;
}

const TENTH_OF_A_SECOND_MS = 100;

export interface Progress {
  readonly update: (doneBytes: number, rows: number) => void;
  readonly end: () => void;
}

const SILENT: Progress = { update: () => {}, end: () => {} };

/** Shows share done, rows, speed and the time left on a terminal; shows nothing anywhere else. */
export function createProgress(
  screen: ProgressScreen,
  totalBytes: number,
  now: () => number = Date.now,
): Progress {
  if (!screen.isTTY) return SILENT;
  const start = now();
  let shown = start;
  return {
    update: (doneBytes, rows) => {
      const time = now();
      if (time - shown < TENTH_OF_A_SECOND_MS) return;
      shown = time;
      const seconds = (time - start) / 1000;
      const share = totalBytes === 0 ? 1 : Math.min(1, doneBytes / totalBytes);
      const speed = Math.round(rows / seconds).toLocaleString('en-US');
      const left = share > 0 ? formatDuration((seconds / share) * (1 - share)) : '?';
      const percent = Math.floor(share * 100);
      screen.write(
        `\r\u001b[K${percent} %  ${rows.toLocaleString('en-US')} rows  ${speed} rows/s  ${left} left`,
      );
    },
    end: () => {
      screen.write('\r\u001b[K');
    },
  };
}

/** `42 s`, `3 min 20 s`, `2 h 05 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`;
}
