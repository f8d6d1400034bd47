/**
 * True when two different texts are one typing slip apart: one character replaced, added or lost,
 * or two neighbours exchanged.
 */
export function isOneEdit(a: string, b: string): boolean {
  const longer = a.length >= b.length ? a : b;
  const shorter = a.length >= b.length ? b : a;
  if (longer.length - shorter.length > 1 || a === b) return false;
  let start = 0;
  while (start < shorter.length && longer[start] === shorter[start]) start++;
  if (longer.length > shorter.length) return longer.slice(start + 1) === shorter.slice(start);
  if (longer.slice(start + 1) === shorter.slice(start + 1)) return true;
  return (
    longer[start] === shorter[start + 1] &&
    longer[start + 1] === shorter[start] &&
    longer.slice(start + 2) === shorter.slice(start + 2)
  );
}
