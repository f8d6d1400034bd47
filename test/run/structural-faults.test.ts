import { writeFileSync } from 'node:fs';
import { readWhole } from '../../scripts/inputs/read-whole.js';
import {
  FAULT_POSITIONS,
  FILE_FAULTS,
  listWithFault,
  ROW_FAULTS,
} from '../../scripts/inputs/structural-faults.js';
import { useSampleRegistry } from './registry-of-six.js';

const { path, tools } = useSampleRegistry();
/** Chunks that end in every place of the rows; the last holds all. */
const CHUNK_BYTES = [1, 97, 240, 1000, 512 * 1024];

async function outcomes(content: string | Buffer, chunkBytes: number) {
  writeFileSync(path('doses.csv'), content);
  const whole = await readWhole(path('doses.csv'), tools(), chunkBytes);
  return whole.kind === 'refused' ? whole.code : whole.inputs[0]?.rows;
}

const placed = ROW_FAULTS.flatMap((fault) =>
  FAULT_POSITIONS.filter((position) => fault.not?.includes(position) !== true).map(
    (position) => [fault.kind, position, fault] as const,
  ),
);

describe('a fault among the rows has the stated outcome, and costs no other row, wherever a chunk ends', () => {
  test.each(placed)('%s, %s', async (_, position, fault) => {
    const { content, expected } = listWithFault(fault, position);
    for (const chunkBytes of CHUNK_BYTES) expect(await outcomes(content, chunkBytes)).toEqual(expected);
  });
});

describe('a fault of the head, or of the whole file, has the stated outcome', () => {
  test.each(FILE_FAULTS.map((fault) => [fault.kind, fault] as const))(
    '%s',
    async (_, { content, becomes }) => {
      for (const chunkBytes of CHUNK_BYTES) expect(await outcomes(content(), chunkBytes)).toEqual(becomes);
    },
  );
});
