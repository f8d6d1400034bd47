/**
 * Where each province stands on the tile map: a hand-made grid that keeps neighbours together and the shape of the
 * country from north to south. Rows from the north, columns from the west; two-digit province codes, `..` for nothing.
 */
const ROWS = [
  '.. .. .. 02 04 .. ..',
  '.. 12 10 08 06 20 ..',
  '11 14 15 25 19 24 22',
  '.. .. 26 01 27 30 31',
  '.. .. 17 35 33 34 ..',
  '.. .. 38 37 36 .. ..',
  '.. .. 40 .. .. .. ..',
  '.. .. .. 42 .. .. ..',
  '.. .. .. 44 .. .. ..',
  '.. .. .. .. 45 .. ..',
  '.. .. .. .. .. 46 ..',
  '.. .. .. .. .. 49 48',
  '.. .. .. .. .. 62 51',
  '.. .. .. .. .. 64 52',
  '.. .. .. .. .. 66 54',
  '.. .. .. .. 67 68 56',
  '.. .. 72 70 75 60 58',
  '.. 87 80 74 79 77 ..',
  '89 92 86 82 83 .. ..',
  '91 93 94 84 .. .. ..',
  '96 95 .. .. .. .. ..',
] as const;

export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

export const TILES: readonly Tile[] = ROWS.flatMap((line, row) =>
  line.split(' ').flatMap((code, column) => (code === '..' ? [] : [{ code, column, row }])),
);
export const TILE_COLUMNS = 7;
export const TILE_ROWS = ROWS.length;
