/**
 * Output names of columns, unique so that none is lost: unnamed ones become `column_N`, and a repeated one takes
 * its entry of `longer` where that is unique, otherwise a number: `Ghi chú (2)`.
 */
export function uniqueNames(names: readonly string[], longer: readonly string[] = names): string[] {
  const named = names.map((name, i) => (name === '' ? `column_${i + 1}` : name));
  const counts = count(named);
  const distinct = named.map((name, i) => {
    const full = longer[i];
    return (counts.get(name) ?? 0) > 1 && full !== undefined && full !== '' ? full : name;
  });
  const taken = new Set<string>();
  const reserved = count(distinct);
  return distinct.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique) || (unique !== name && reserved.has(unique)); n++)
      unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
